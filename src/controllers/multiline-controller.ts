import type { ReactiveController, ReactiveControllerHost } from 'lit';

const GROWS_BY_ITSELF = 'CSS' in globalThis && CSS.supports('field-sizing', 'content');

/**
 * Watches whether the words of a text area still fit on one line beside its tools, and marks `layout` with
 * `data-multiline` when they do not. Where the browser cannot size the field by its content, it does that too.
 */
export class MultilineController implements ReactiveController {
  readonly #elements: () => { readonly field: HTMLTextAreaElement; readonly layout: HTMLElement } | undefined;
  // In the next frame, because a change of height inside the callback would be reported to the page as an error.
  readonly #resize = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
  readonly #host: ReactiveControllerHost & HTMLElement;

  /** @param elements - The text area and the element around it and its tools, once they are rendered. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    elements: () => { readonly field: HTMLTextAreaElement; readonly layout: HTMLElement } | undefined,
  ) {
    this.#host = host;
    this.#elements = elements;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }

  /** Call when the words have changed. */
  measure(): void {
    const elements = this.#elements();
    if (elements === undefined) return;
    const { field, layout } = elements;
    const { style } = this.#host;
    // Held at its size meanwhile: a log beside it that grew for a moment would be scrolled away from its end.
    style.blockSize = getComputedStyle(this.#host).blockSize;
    // The question is always asked of the one-line layout: the wider one below would answer differently and flicker.
    layout.toggleAttribute('data-multiline', false);
    if (!GROWS_BY_ITSELF) field.style.blockSize = '';
    const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
    const padding = parseFloat(paddingBlockStart) + parseFloat(paddingBlockEnd);
    const lines = (field.scrollHeight - padding) / parseFloat(lineHeight);
    layout.toggleAttribute('data-multiline', field.value !== '' && lines >= 1.5);
    if (!GROWS_BY_ITSELF) field.style.blockSize = `${field.scrollHeight}px`;
    style.blockSize = '';
  }
}
