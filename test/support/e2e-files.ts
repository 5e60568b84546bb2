import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** The files that were chosen on the page, in case anybody still has them. */
    chosenFiles?: WeakRef<File>[];
  }
}

/** Remembers, without holding them, the files that are chosen on a page. Call it before the page is loaded. */
export async function watchFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.chosenFiles = [];
    addEventListener(
      'input',
      (event) => {
        const [input] = event.composedPath();
        if (input instanceof HTMLInputElement)
          for (const file of input.files ?? []) window.chosenFiles?.push(new WeakRef(file));
      },
      true,
    );
  });
}

/** Names of the chosen files that something still holds on to. */
export function filesHeldBack(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window.chosenFiles ?? []).flatMap((file) => file.deref()?.name ?? []));
}

/** Makes the page's browser collect what nobody refers to. */
export async function collectGarbage(page: Page): Promise<void> {
  // A weak reference holds its target until the end of the task in which it was looked at.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}
