import type { Online } from '../engine/types.js';

/** Where the browser reports connectivity and visibility; passed in so that tests need no real page. */
export interface OnlineSources {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
  readonly navigator: { readonly onLine: boolean };
}

/**
 * The browser's word on whether the device is online, and whether the page has just come back to life. `woke` is reported when
 * the page becomes visible or is shown from the back/forward cache: timers stood still until then.
 */
export function createOnline(sources: OnlineSources = globalThis): Online {
  return {
    isOnline: () => sources.navigator.onLine,
    watch(listener) {
      const controller = new AbortController();
      const options = { signal: controller.signal };
      const { window, document } = sources;
      window.addEventListener('online', () => listener('went-online'), options);
      window.addEventListener('offline', () => listener('went-offline'), options);
      window.addEventListener(
        'pageshow',
        (event) => {
          if ((event as PageTransitionEvent).persisted) listener('woke');
        },
        options,
      );
      document.addEventListener(
        'visibilitychange',
        () => {
          if (document.visibilityState === 'visible') listener('woke');
        },
        options,
      );
      return () => controller.abort();
    },
  };
}
