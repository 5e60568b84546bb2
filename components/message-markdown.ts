import type { CSSResult, LitElement } from 'lit';
import type { MarkdownRefusal } from './message-list-events.js';

type MarkdownHost = Pick<LitElement, 'requestUpdate' | 'renderRoot'>;

/** Markdown as something to render. */
export interface MarkdownFormatter {
  /** Set when this page lets nothing be formatted safely. */
  readonly refusal?: 'trusted-types' | undefined;
  /** `undefined` when the text has to be shown as it is. `streaming` puts a caret where the next word will stand. */
  format(markdown: string, streaming: boolean): unknown;
}

/** Fetches the module that makes renderers, and the style of what they make. */
export type MarkdownLoader = () => Promise<{
  readonly createMarkdownFormatter: () => MarkdownFormatter;
  readonly styles?: CSSResult;
}>;

const loadMarkdown: MarkdownLoader = () => import('./markdown-kit.js');

/**
 * Fetches the markdown renderer when the first message needs it; until then, and wherever it cannot be had, messages stay
 * plain text. A failed fetch is repeated with the next message, but said only once.
 */
export class MessageMarkdown {
  readonly #host: MarkdownHost;
  readonly #refused: (reason: MarkdownRefusal) => void;
  readonly #load: MarkdownLoader;
  #renderer: MarkdownFormatter | undefined;
  #fetching = false;
  #told = false;

  /** @param refused - Told once if messages cannot be formatted. */
  constructor(
    host: MarkdownHost,
    refused: (reason: MarkdownRefusal) => void,
    load: MarkdownLoader = loadMarkdown,
  ) {
    this.#host = host;
    this.#refused = refused;
    this.#load = load;
  }

  /** The renderer, once it is here. */
  get renderer(): MarkdownFormatter | undefined {
    return this.#renderer;
  }

  /** Makes sure that the renderer is here or on its way. */
  request(): void {
    if (this.#renderer || this.#fetching) return;
    this.#fetching = true;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      const { createMarkdownFormatter, styles } = await this.#load();
      if (styles?.styleSheet)
        (this.#host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet);
      this.#renderer = createMarkdownFormatter();
      if (this.#renderer.refusal) this.#tell(this.#renderer.refusal);
      this.#host.requestUpdate();
    } catch {
      this.#tell('unavailable');
    } finally {
      this.#fetching = false;
    }
  }

  #tell(reason: MarkdownRefusal): void {
    if (this.#told) return;
    this.#told = true;
    this.#refused(reason);
  }
}
