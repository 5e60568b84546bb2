import type { Online } from '../engine/types.js';

/** Where the browser reports connectivity and visibility; passed in so that tests need no real page. */
export interface OnlineSources {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
  readonly navigator: { readonly onLine: boolean };
}

/**
 * The browser's word on whether the device is online, and whether the page has just come back to life. `woke` is reported when the page becomes
 * visible or is thawed: timers stood still until then. A page that is left counts as offline, because a browser keeps no page for "back" that
 * holds a socket; when it is shown again, it is online again.
 */
export function createOnline(sources: OnlineSources = globalThis): Online {
  const isOnline = () => sources.navigator.onLine;
  return {
    isOnline,
    watch(listener) {
      const controller = new AbortController();
      const options = { signal: controller.signal };
      const { window, document } = sources;
      window.addEventListener('online', () => listener('went-online'), options);
      window.addEventListener('offline', () => listener('went-offline'), options);
      window.addEventListener('pagehide', () => listener('went-offline'), options);
      window.addEventListener(
        'pageshow',
        (event) => {
          if ((event as PageTransitionEvent).persisted && isOnline()) listener('went-online');
        },
        options,
      );
      document.addEventListener('resume', () => listener('woke'), options);
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
