import { expect } from '@open-wc/testing';
import type { MessageList } from '../../components/message-list.js';
import { entry, manyEntries } from '../support/entries.js';
import {
  below,
  logOf,
  markdownShown,
  message,
  mountList,
  scrollTo,
  settled,
  toEnd,
} from '../support/message-list.js';

const whole = 'Two **things**:\n\n- the [lamp](https://a.example)\n- the bulb\n\nAnything else?';

/** A list in which one answer has been begun, and what makes it grow. */
async function streaming(contentType: string, first: string, before = 0) {
  const past = manyEntries(before);
  const answer = (text: string, more: boolean) =>
    entry({
      key: 's',
      role: 'bot',
      contentType,
      text,
      time: (past.at(-1)?.time ?? 0) + 1_000,
      ...(more && { streaming: true }),
    });
  const list = await mountList({ entries: [...past, answer(first, true)], markdown: true });
  if (contentType === 'text/markdown') await markdownShown(list);
  const grow = async (text: string, more = true) => {
    list.entries = [...past, answer(text, more)];
    await settled(list);
  };
  return { list, grow };
}

const bubble = (list: MessageList) => message(list, 's').querySelector('.bubble')!;

/** Every text node and element of the bubble. */
function nodes(list: MessageList): readonly Node[] {
  const walker = document.createTreeWalker(bubble(list), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

describe('a streamed answer', () => {
  for (const contentType of ['text/plain', 'text/markdown']) {
    it(`grows without a node being made anew, and ends as the whole (${contentType})`, async () => {
      const { list, grow } = await streaming(contentType, whole.slice(0, 24));
      for (let length = 25; length <= whole.length; length += 1) {
        const first = bubble(list).querySelector('span.text, p')!;
        const before = nodes(list).filter((node) => node instanceof Element && !node.matches('.caret'));
        await grow(whole.slice(0, length));
        expect(bubble(list).contains(first), `at ${length}`).to.equal(true);
        // Markdown may turn out to mean something else; whatever came before its last block stays.
        const settledBefore = before.filter((node) => node.parentElement === first);
        expect(
          settledBefore.every((node) => bubble(list).contains(node)),
          `at ${length}`,
        ).to.equal(true);
        expect(bubble(list).querySelectorAll('.caret')).to.have.length(1);
      }
      const kept = bubble(list).querySelector('span.text, p')!;
      await grow(whole, false);
      expect(bubble(list).contains(kept)).to.equal(true);
      expect(bubble(list).querySelector('.caret')).to.equal(null);
      const fresh = await mountList({
        entries: [entry({ key: 's', role: 'bot', contentType, text: whole })],
        markdown: true,
      });
      if (contentType === 'text/markdown') await markdownShown(fresh);
      expect(bubble(list).textContent).to.equal(bubble(fresh).textContent);
      expect(bubble(list).querySelectorAll('*').length).to.equal(bubble(fresh).querySelectorAll('*').length);
    });
  }

  it('takes the words that replace what was said so far', async () => {
    const { list, grow } = await streaming('text/markdown', 'One **two');
    await grow('Something [else](https://b.example) entirely', false);
    expect(bubble(list).textContent.trim()).to.equal('Something else entirely');
    expect(bubble(list).querySelector('a')!.href).to.equal('https://b.example/');
    await grow('Gone', false);
    expect(bubble(list).textContent.trim()).to.equal('Gone');
  });

  it('keeps what the reader has selected, and the link they stand on', async () => {
    const { list, grow } = await streaming('text/markdown', 'See [this](https://a.example) now');
    const link = bubble(list).querySelector('a')!;
    link.focus();
    const words = bubble(list).querySelector('p')!.lastChild!.previousSibling as Text;
    const range = document.createRange();
    range.setStart(words, 1);
    range.setEnd(words, 4);
    await grow('See [this](https://a.example) now or later');
    expect(list.shadowRoot!.activeElement === link).to.equal(true);
    expect(range.toString()).to.equal('now');
  });

  it('does not move a reader who is further up, and takes along one who is at the end', async () => {
    const { list, grow } = await streaming('text/markdown', 'Begin', 40);
    await scrollTo(list, 200);
    const anchor = message(list, 'e6');
    const before = below(list, anchor);
    await grow(`Begin\n\n${'More and more.\n\n'.repeat(20)}`);
    expect(below(list, anchor)).to.be.closeTo(before, 1);
    await scrollTo(list, logOf(list).scrollHeight);
    await grow(`Begin\n\n${'More and more.\n\n'.repeat(40)}`);
    expect(toEnd(list)).to.be.below(2);
  });
});
