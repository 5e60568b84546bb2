import type { Page } from 'playwright-core';
import type { ChatView } from './e2e-chat.js';
import type { Press } from './e2e-exhibits.js';

/** Looks through every shadow root of a page. It runs there: esbuild must find nothing in it to help with. */
const inPage = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
  const within = (one, selector) => { for (let at = one; at; at = parentOf(at)) if (at.matches(selector)) return at; };
  const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
  const nameOf = (one) => (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? one.localName).replace(/\\s+/g, ' ').trim();
  return { all, within, focused, nameOf };
})()`;

/** Native radio buttons of one name are one stop; the others of the group are reached by arrow keys. */
const stops = `(({ all, within, nameOf }) => {
  const radios = new Set();
  return all(document).filter((one) => {
    if (!within(one, '[role=log], connect-chat-tray') || one.tabIndex < 0 || one.disabled) return false;
    if (!one.matches('a[href], button, input, select, textarea, summary, [tabindex]') || one.role === 'log') return false;
    if (!one.checkVisibility({ visibilityProperty: true }) || one.getBoundingClientRect().width === 0) return false;
    if (one.type !== 'radio') return true;
    const known = radios.has(one.name);
    radios.add(one.name);
    return !known;
  });
})`;

const call = <T>(page: Page, body: string): Promise<T> => page.evaluate<T>(`(${body})(${inPage})`);

/** Presses Tab from the log on and returns what it never came to in the conversation and among the files that wait, and what did not look focused. */
export async function outOfReach(chat: ChatView): Promise<readonly string[]> {
  const { page } = chat;
  await call(page, `(tools) => { window.awaitedStops = ${stops}(tools); window.dimStops = []; }`);
  await chat.log.focus();
  const count = await page.evaluate<number>('window.awaitedStops.length');
  // Fields for dates and times have stops of their own inside.
  for (let press = 0; press < 4 * count + 6; press += 1) {
    await page.keyboard.press('Tab');
    const left = await call<number>(
      page,
      `({ focused, nameOf }) => {
        const at = focused();
        const same = (one) => one === at || (one.type === 'radio' && one.name === at.name);
        if (window.awaitedStops.some(same) && getComputedStyle(at).outlineStyle === 'none') window.dimStops.push('no ring: ' + nameOf(at));
        window.awaitedStops = window.awaitedStops.filter((one) => !same(one));
        return window.awaitedStops.length;
      }`,
    );
    if (left === 0) break;
  }
  return call(
    page,
    `({ nameOf }) => [...window.awaitedStops.map((one) => 'not reached: ' + nameOf(one)), ...window.dimStops]`,
  );
}

/** Goes by Tab to the control whose name begins with `name`. */
async function tabTo(chat: ChatView, name: string): Promise<void> {
  const { page } = chat;
  const seen: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    const at = await call<string>(page, `({ focused, nameOf }) => nameOf(focused())`);
    if (at.startsWith(name)) return;
    seen.push(at);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”, but to ${seen.join(' | ')}`);
}

/** Does what `presses` say, one after the other. */
export async function pressAll(chat: ChatView, presses: readonly Press[]): Promise<void> {
  for (const [name, ...keys] of presses) {
    await tabTo(chat, name);
    for (const key of keys) {
      if (key.startsWith('=')) await chat.page.keyboard.type(key.slice(1));
      else await chat.page.keyboard.press(key);
    }
  }
}

/** What is wider than its box, or stands out of the window, besides what is meant to be scrolled sideways. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return call(
    page,
    `({ all, within }) => {
      const width = document.documentElement.clientWidth;
      const meant = '.track, .table, .visually-hidden, .attachment-name, [hidden], pre';
      return all(document).filter((one) => {
        if (!one.checkVisibility() || within(one, meant)) return false;
        const { left, right } = one.getBoundingClientRect();
        const cuts = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
        return (cuts && one.clientWidth > 1) || left < -1 || right > width + 1;
      }).map((one) => one.localName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40));
    }`,
  );
}
