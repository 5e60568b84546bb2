import type { TemplateResult } from 'lit';
import type { PublicEntry } from './events.js';

/** What a renderer is told besides the message. */
export interface RendererContext {
  /** Sends the customer's answer. `contentType` is `text/plain` by default. */
  readonly send: (text: string, contentType?: string) => void;
  /** What the customer said next; it may be the answer. */
  readonly answer: PublicEntry | undefined;
  /** The chat is over: nothing can be answered any more. */
  readonly ended: boolean;
}

/** What stands in place of a message: a Lit template, a node, or plain text. `undefined` leaves the message to the chat. */
export type RenderedMessage = TemplateResult | Node | string | undefined;

/** Makes what stands in place of a message. It is called again when the message, its answer or the end of the chat changes. */
export type RenderMessage = (entry: PublicEntry, context: RendererContext) => RenderedMessage;

/**
 * Shows messages of one content type or template type in a way of the page's own. `text` says the same in words: it names the message, is read out when
 * the message arrives, and is shown when `render` throws. A function alone is `render`.
 */
export type MessageRenderer =
  RenderMessage | { readonly render: RenderMessage; readonly text?: (entry: PublicEntry) => string };

/** What the page has registered, by content type or template type. */
export type Renderers = Readonly<Record<string, MessageRenderer | undefined>>;
