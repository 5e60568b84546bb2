import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the view a picture begins to load, in px. */
const NEAR_PX = 300;
/** Longest edges of a picture as shown, in CSS px. */
const MAX_WIDTH = 240;
const MAX_HEIGHT = 320;

/**
 * Draws a picture once its host is nearly in view. It is drawn onto a canvas, not set as the source of an image: a strict `img-src` has no say in
 * it, nothing but pixels can come of it, and the address of the file stays out of the page.
 */
export class PictureController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fetch: (signal: AbortSignal) => Promise<Blob | undefined>;
  #isWanted = false;
  #observer: IntersectionObserver | undefined;
  #loading: AbortController | undefined;
  #canvas: HTMLCanvasElement | undefined;

  /** @param fetch - The bytes of the picture; its failure leaves the host without one. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    fetch: (signal: AbortSignal) => Promise<Blob | undefined>,
  ) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  /** The drawn picture, once there is one. */
  get canvas(): HTMLCanvasElement | undefined {
    return this.#canvas;
  }

  /** Whether there is a picture to be had. */
  want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    if (this.#host.isConnected) this.#watch();
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#loading?.abort();
    this.#loading = undefined;
  }

  #watch(): void {
    if (!this.#isWanted || this.#canvas || this.#observer || this.#loading) return;
    const root = this.#host.closest('.log');
    this.#observer = new IntersectionObserver(this.#handleIntersection, { root, rootMargin: `${NEAR_PX}px` });
    this.#observer.observe(this.#host);
  }

  readonly #handleIntersection = (entries: readonly IntersectionObserverEntry[]): void => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#observer?.disconnect();
    this.#observer = undefined;
    void this.#load();
  };

  async #load(): Promise<void> {
    const loading = (this.#loading = new AbortController());
    try {
      const blob = await this.#fetch(loading.signal);
      const canvas = blob && (await draw(blob));
      if (loading.signal.aborted) return;
      this.#canvas = canvas;
      this.#host.requestUpdate();
    } catch {
      // There is no picture then: the card, with its name and its download, says all that can be said.
    }
  }
}

async function draw(blob: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height);
  const canvas = document.createElement('canvas');
  canvas.style.inlineSize = `${Math.round(width * scale)}px`;
  const pixels = Math.min(1, scale * Math.min(devicePixelRatio, 2));
  canvas.width = Math.max(1, Math.round(width * pixels));
  canvas.height = Math.max(1, Math.round(height * pixels));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}
