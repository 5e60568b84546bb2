import type { ReactiveControllerHost } from 'lit';
import type { MarkdownRenderer } from '../src/content/markdown.js';
import type { MarkdownRefusal } from './message-list-events.js';

/** Fetches the module that makes renderers. */
export type MarkdownLoader = () => Promise<{ createMarkdownRenderer: () => MarkdownRenderer }>;

const loadMarkdown: MarkdownLoader = () => import('../src/content/markdown.js');

/**
 * Fetches the markdown renderer when the first message needs it; until then, and wherever it cannot be had, messages stay
 * plain text. A failed fetch is repeated with the next message, but said only once.
 */
export class MessageMarkdown {
  readonly #host: ReactiveControllerHost;
  readonly #refused: (reason: MarkdownRefusal) => void;
  readonly #load: MarkdownLoader;
  #renderer: MarkdownRenderer | undefined;
  #fetching = false;
  #told = false;

  /** @param refused - Told once if messages cannot be formatted. */
  constructor(
    host: ReactiveControllerHost,
    refused: (reason: MarkdownRefusal) => void,
    load: MarkdownLoader = loadMarkdown,
  ) {
    this.#host = host;
    this.#refused = refused;
    this.#load = load;
  }

  /** The renderer, once it is here. */
  get renderer(): MarkdownRenderer | undefined {
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
      const { createMarkdownRenderer } = await this.#load();
      this.#renderer = createMarkdownRenderer();
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
