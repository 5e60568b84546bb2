import { expect } from '@open-wc/testing';
import type { MessageList } from '../../components/message-list.js';
import type { Entry } from '../../src/engine/types.js';
import { hostileMessages } from '../fixtures/hostile-messages.js';
import { entry, ownEntry } from '../support/entries.js';
import { markdownShown, message, mountList, settled } from '../support/message-list.js';

declare global {
  interface Window {
    pwned?: () => void;
  }
}

const contentTypes = ['text/plain', 'text/markdown', 'application/x-unknown'] as const;
const allowedTags =
  /^(a|b|bdi|blockquote|br|circle|code|del|div|em|hr|li|ol|p|path|pre|rect|span|strong|svg|table|tbody|td|th|thead|time|tr|ul)$/;
const allowedLinks = /^(https?|mailto|tel):/;

describe('hostile messages', () => {
  let executed: string[];
  let list: MessageList;

  /** Puts every row on the screen in every content type, through the list as it is used. */
  async function show(entries: readonly Entry[]): Promise<void> {
    list = await mountList({ markdown: true, entries });
    await markdownShown(list);
  }

  const keyOf = (index: number, type: string) => `${index}-${contentTypes.indexOf(type as 'text/plain')}`;
  const rows = hostileMessages.flatMap(({ text }, index) =>
    contentTypes.map((contentType) => entry({ key: keyOf(index, contentType), contentType, text })),
  );

  before(async () => {
    executed = [];
    window.pwned = () => void executed.push('called');
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(10_000);
    await show(rows);
    // Whatever had been started would have been seen by now: errors and loads of pictures come within a frame or two.
    await settled(list);
  });

  after(() => {
    delete window.pwned;
  });

  it('are many', () => {
    expect(hostileMessages.length).to.be.at.least(60);
  });

  it('run nothing', () => {
    expect(executed).to.deep.equal([]);
  });

  it('fetch nothing', () => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => /pwned|evil\.example/.test(name))).to.deep.equal([]);
  });

  it('lead nowhere', () => {
    expect(location.href).not.to.include('pwned');
    expect(document.querySelector('base, meta[http-equiv="refresh" i]')).to.equal(null);
  });

  for (const [index, { name }] of hostileMessages.entries()) {
    for (const contentType of contentTypes) {
      it(`leaves only harmless nodes of: ${name} (${contentType})`, () => {
        const shown = message(list, keyOf(index, contentType));
        for (const element of shown.querySelectorAll('.bubble *, .card *')) {
          expect(element.localName).to.match(allowedTags);
          for (const { name: attribute, value } of element.attributes) {
            expect(attribute).not.to.match(/^on|^style$|^src|^id$|^name$|^slot$|^form|^ping$/);
            if (attribute === 'href') expect(value).to.match(allowedLinks);
          }
        }
        for (const link of shown.querySelectorAll('a')) {
          expect(link.rel).to.equal('noopener noreferrer');
          expect(link.target).to.equal('_blank');
          expect(link.protocol).to.match(/^(https?|mailto|tel):$/);
        }
      });

      it(`still shows something of: ${name} (${contentType})`, () => {
        const body = message(list, keyOf(index, contentType)).querySelector('.bubble, .card')!;
        expect(body.textContent).not.to.equal('');
      });
    }
  }

  it('are as harmless in the names of people', async () => {
    const names = hostileMessages.map(({ text }, index) =>
      entry({ key: `n${index}`, displayName: text, participantId: `p${index}` }),
    );
    await show([...names, ownEntry({ key: 'own' })]);
    expect(
      list.shadowRoot!.querySelectorAll('.message-name a, img, script, iframe, style[src]').length,
    ).to.equal(0);
    expect(executed).to.deep.equal([]);
  });

  it('do not take over the list with their keys and ids', async () => {
    const hostile = hostileMessages
      .slice(0, 40)
      .map(({ text }, index) => entry({ key: `${text}${index}`, id: text }));
    await show(hostile);
    expect(list.shadowRoot!.querySelectorAll('[role="article"]').length).to.equal(hostile.length);
    expect(executed).to.deep.equal([]);
  });
});
