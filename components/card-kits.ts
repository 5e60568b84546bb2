import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { isInteractive, templateSummary } from '../src/content/template-summary.js';
import type { Entry } from '../src/engine/types.js';
import type { BodyTools } from './message-body.js';

/**
 * Content that takes code of its own to be shown. `fallback` makes something readable of everything else; `custom` asks the page's own renderers, before
 * any other.
 */
export type KitName = 'attachment' | 'custom' | 'fallback' | 'interactive' | 'sign-in' | 'view';

/** The code that shows one kind of content. Each kit is a chunk that comes with the first message of its kind. */
export interface CardKit {
  /**
   * The body of a message; `undefined` leaves it to others. Never throws, whatever the message holds.
   *
   * @param id - Id of the body, for the accessible name of the message.
   * @param answer - What the customer said next: the card is not to be answered any more.
   */
  bodyTemplate(
    entry: Entry,
    id: string,
    tools: BodyTools,
    answer: Entry | undefined,
  ): TemplateResult | undefined;
  /** The entries as they are to be shown: what is replaced or said for machines only is left out. Equal input gives equal objects. */
  arrange?(entries: readonly Entry[], tools: BodyTools): readonly Entry[];
}

const loaders: Readonly<Record<KitName, () => Promise<CardKit>>> = {
  attachment: () => import('./attachment-kit.js'),
  custom: () => import('./custom-kit.js'),
  fallback: () => import('./fallback-kit.js'),
  interactive: () => import('./interactive-kit.js'),
  'sign-in': () => import('./sign-in-kit.js'),
  view: () => import('./view-kit.js'),
};

/** Which kit shows `entry`; undefined for words, which need none. */
export function kitOf(entry: Entry): KitName | undefined {
  if (entry.attachment) return 'attachment';
  if (entry.kind === 'event') return isLine(entry) ? undefined : 'sign-in';
  if (entry.own && ANSWER.test(entry.text)) return 'interactive';
  if (isType(entry, 'text/plain') || isMarkdown(entry)) return undefined;
  const { templateType = '' } = templateSummary(entry.text);
  // The answer to a view names it as its template.
  if (templateType === 'ViewResource') return 'view';
  return !entry.own && isInteractive(templateType) ? 'interactive' : 'fallback';
}

/** What the customer chose, as it goes over the wire: that is not how it is shown. */
const ANSWER = /^(\{[^]*"(templateIdentifier|SHOW_MORE|PREVIOUS_OPTIONS)"|\d{4}-\d\d-\d\dT)/;

/** Whether `entry` is a line between the messages. One event is not: it asks for something to be done. */
export function isLine({ kind, event }: Entry): boolean {
  return kind === 'event' && event !== 'authentication-initiated';
}

/** Whether showing `entry` as it was meant takes the markdown renderer. */
export function isMarkdown(entry: Entry): boolean {
  return isType(entry, 'text/markdown');
}

/** Parameters such as `charset` do not matter here. */
function isType({ contentType }: Entry, type: string): boolean {
  return contentType === type || contentType.startsWith(`${type};`);
}

/** Fetches the kits that the messages of a list need. A failed fetch is repeated with the next message that needs it. */
export class CardKits {
  readonly #host: ReactiveControllerHost;
  readonly #fetching = new Set<KitName>();
  #kits: KitsLoaded = {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Those that are here; a new object whenever one arrives. */
  get loaded(): KitsLoaded {
    return this.#kits;
  }

  /** Makes sure that what `entries` need is here or on its way. */
  request(entries: readonly Entry[]): void {
    for (const entry of entries) this.fetch(kitOf(entry));
  }

  /** Makes sure that a kit is here or on its way. */
  fetch(name: KitName | undefined): void {
    if (name === undefined || this.#kits[name] || this.#fetching.has(name)) return;
    this.#fetching.add(name);
    loaders[name]()
      .then((kit) => {
        this.#kits = { ...this.#kits, [name]: kit };
        this.#host.requestUpdate();
      })
      .catch(() => undefined)
      .finally(() => this.#fetching.delete(name));
  }
}

/** The kits that have arrived. */
export type KitsLoaded = Partial<Readonly<Record<KitName, CardKit>>>;
