import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { MessageList } from '../../components/message-list.js';
import { templates } from '../fixtures/interactive-templates.js';
import { deep, interactive, showEntries } from '../support/interactive.js';
import { messages } from '../support/message-list.js';
import { variant, type Variant } from '../support/template-mutations.js';

const VARIANTS = 1_000;

/** What a reader can see of a message, its speaker and time aside. */
function readable(message: HTMLElement): string {
  const body = message.querySelector(':scope > [id$="-body"]')!;
  const texts = [body, ...deep(body, '*'), ...(body.shadowRoot ? deep(body.shadowRoot, '*') : [])]
    .filter((element) => element.localName !== 'style' && element.checkVisibility())
    .map((element) => (element as HTMLElement).innerText);
  return texts.join(' ').replaceAll(/[\s\p{Cf}]/gu, '');
}

/** Resolves once `list` and what is in it have rendered; a frame for each would take a minute. */
async function drawn(list: MessageList): Promise<void> {
  await list.updateComplete;
  for (let depth = 0; depth < 2; depth += 1)
    for (const element of deep(list.shadowRoot!, ':defined'))
      if (element instanceof LitElement) await element.updateComplete;
}

declare global {
  interface Window {
    pwned?: () => void;
  }
}

describe('a thousand variants of interactive messages', () => {
  const problems: string[] = [];
  const errors: string[] = [];
  const violations: string[] = [];
  const declared = new Set<string>();
  let cards = 0;
  const listen = (event: ErrorEvent | PromiseRejectionEvent) =>
    void errors.push(String('reason' in event ? event.reason : event.message));

  function judge(list: MessageList, { text, pictures }: Variant): void {
    const message = messages(list)[0]!;
    if (message.querySelector('connect-chat-interactive')) cards += 1;
    if (readable(message) === '') problems.push(text.slice(0, 300));
    for (const src of pictures) declared.add(src);
    for (const element of deep(message, '*')) {
      if (/^(script|iframe|object|embed|style|base|form|meta)$/.test(element.localName))
        violations.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc|^action|^formaction/.test(name)) violations.push(`${name}=${value}`);
        if (name === 'src' && !(value.startsWith('https:') && pictures.has(value)))
          violations.push(`src=${value}`);
        if (name === 'href' && !/^(https?|mailto|tel):/.test(value)) violations.push(`href=${value}`);
      }
    }
  }

  before(async function () {
    this.timeout(120_000);
    window.pwned = () => void violations.push('a script ran');
    window.addEventListener('error', listen);
    window.addEventListener('unhandledrejection', listen);
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(20_000);
    await Promise.all([import('../../components/carousel.js'), import('../../components/time-slots.js')]);
    // With one shown, the code for the others is there.
    const { list } = await showEntries([interactive('first', templates.Panel!)]);
    for (let seed = 0; seed < VARIANTS; seed += 1) {
      const one = variant(seed);
      // Alone, so that it can be answered.
      list.entries = [interactive(`${seed}`, one.text)];
      await drawn(list);
      judge(list, one);
    }
  });

  after(() => {
    delete window.pwned;
    window.removeEventListener('error', listen);
    window.removeEventListener('unhandledrejection', listen);
  });

  it('are mostly shown as cards', () => expect(cards).to.be.greaterThan(VARIANTS * 0.6));
  it('are never empty', () => expect(problems).to.deep.equal([]));
  it('throw nothing', () => expect(errors).to.deep.equal([]));
  it('run nothing, and hold nothing that could', () => expect(violations).to.deep.equal([]));
  it('fetch nothing but pictures that they declare', () => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    const foreign = fetched.filter((name) => !name.startsWith(location.origin) && !declared.has(name));
    expect(foreign).to.deep.equal([]);
  });
});
