import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Set where the browser calls every page visible. */
    coverPage?: (covered: boolean) => void;
  }
}

/**
 * Makes the pages of a browser without a screen cover each other as tabs do: the one that came last, or was brought to the front, is visible. The shell
 * that Chrome has for servers shows all of them at once.
 */
export async function coverOthers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let covered = false;
    const state = () => (covered ? 'hidden' : 'visible');
    Object.defineProperty(document, 'visibilityState', { get: state });
    Object.defineProperty(document, 'hidden', { get: () => covered });
    window.coverPage = (now) => {
      if (covered === now) return;
      covered = now;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    };
  });
  page.bringToFront = () => bringToFront(page);
  await bringToFront(page);
}

async function bringToFront(front: Page): Promise<void> {
  const pages = front.context().pages();
  // A page that has crashed, is frozen or is on its way elsewhere hears nothing, and need not.
  await Promise.all(
    pages
      .filter((page) => page !== front)
      .map((page) =>
        Promise.race([page.evaluate(() => window.coverPage?.(true)), page.waitForEvent('crash')]).catch(
          () => undefined,
        ),
      ),
  );
  await front.evaluate(() => window.coverPage?.(false));
}
