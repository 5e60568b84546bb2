import { expect } from '@open-wc/testing';
import { entry, ownEntry } from '../support/entries.js';
import { message, mountList } from '../support/message-list.js';

describe('the status of an own message', () => {
  it('leaves nothing to press under a message that the end of the chat has stranded', async () => {
    const problem = { code: 'chat/ended', recoverable: false };
    const list = await mountList({ entries: [ownEntry({ key: 'x', delivery: 'failed', problem })] });
    expect(message(list, 'x').querySelector('button')).to.equal(null);
    expect(message(list, 'x').querySelector('.status')!.textContent).to.include('This chat is over.');
  });

  for (const [processing, words] of [
    ['processing', 'Being checked'],
    ['failed', 'Not delivered: it couldn’t be checked'],
    ['rejected', 'Not delivered: it wasn’t allowed through'],
  ] as const) {
    it(`says what the service makes of an own message: ${processing}`, async () => {
      const list = await mountList({
        entries: [ownEntry({ key: 'x', processing }), ownEntry({ key: 'y', delivery: 'read' })],
      });
      expect(message(list, 'x').querySelector('.status')!.textContent.trim()).to.equal(words);
      expect(message(list, 'x').querySelector('button')).to.equal(null);
      expect(message(list, 'y').querySelector('.status')!.textContent).to.include('Read');
      await expect(list).to.be.accessible();
    });
  }

  it('says once under a run of waiting messages that they wait', async () => {
    const list = await mountList({
      entries: ['a', 'b'].map((key) => ownEntry({ key, delivery: 'queued' })),
    });
    const words = [...list.shadowRoot!.querySelectorAll('.status')].map((one) => one.textContent.trim());
    expect(words).to.deep.equal(['Waiting to send']);
    expect(list.shadowRoot!.querySelectorAll('.bubble--queued')).to.have.length(2);
  });
});

describe('a time of day', () => {
  for (const [locale, direction] of [
    ['en-US', 'ltr'],
    ['ar-EG', 'rtl'],
  ] as const)
    it(`stays whole on a page that is written from right to left (${locale})`, async () => {
      const list = await mountList({ entries: [entry({ key: 'a' })], locale });
      list.parentElement!.dir = 'rtl';
      const time = message(list, 'a').querySelector('time')!;
      const { unicodeBidi, direction: written } = getComputedStyle(time);
      expect(unicodeBidi).to.match(/^isolate|plaintext/);
      expect(written).to.equal(direction);
    });
});
