import { expect } from '@open-wc/testing';
import type { CardHost, CardServices } from '../../components/card-host.js';
import type { MessageList } from '../../components/message-list.js';
import type { Attachment, Entry } from '../../src/engine/types.js';
import { english } from '../../src/i18n/strings.js';
import { entry, ownEntry } from '../support/entries.js';
import { message, mountList, settled } from '../support/message-list.js';

const file: Attachment = {
  id: 'f',
  name: 'return-label-20418.pdf',
  type: 'application/pdf',
  size: 184_000,
  status: 'approved',
};

/** A picture of `width` × `height` pixels, as a storage would give it. */
async function picture(width: number, height: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.fillRect(0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

/** The way of cards to a service that gives `give` for every file, and the ids that were asked for. */
function host(give: () => Promise<Blob>): { readonly cards: CardHost; readonly asked: string[] } {
  const asked: string[] = [];
  const services = {
    attachment: (id: string) => {
      asked.push(id);
      return give();
    },
  } as unknown as CardServices;
  const nothing = () => undefined;
  const cards = {
    send: nothing,
    note: () => '',
    keep: nothing,
    tell: () => true,
    show: () => undefined,
    services: () => Promise.resolve(services),
  };
  return { cards, asked };
}

/** A list with these entries, once the code for files is there. */
async function mountFiles(
  entries: readonly Entry[],
  properties: Partial<MessageList> = {},
): Promise<MessageList> {
  const list = await mountList({ locale: 'en', entries, ...properties });
  await import('../../components/attachment-kit.js');
  await settled(list);
  return list;
}

const cardOf = (list: MessageList, key: string) =>
  message(list, key).querySelector('connect-chat-attachment')!;

/** What stands in a card. */
const wordsOf = (list: MessageList, key: string) =>
  cardOf(list, key).shadowRoot!.textContent.replace(/\s+/g, ' ').trim();

const buttonsOf = (list: MessageList, key: string): readonly HTMLElement[] => [
  ...cardOf(list, key).querySelectorAll('button'),
  ...cardOf(list, key).shadowRoot!.querySelectorAll('button'),
];

/** Resolves once `is` holds. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise(requestAnimationFrame);
}

const own = (changes: Partial<Attachment>, entryChanges: Partial<Entry> = {}) => {
  const { id: _, ...pending } = ownEntry({ key: 'a', kind: 'attachment', text: '', ...entryChanges });
  return { ...pending, attachment: { ...file, id: '', progress: 0, ...changes } };
};

describe('a file in the conversation', () => {
  const states: readonly (readonly [string, Entry, string, readonly string[]])[] = [
    ['waits', own({ status: 'waiting' }), 'Waiting to send, 184 KB', ['Cancel upload of {file}']],
    [
      'is uploaded',
      own({ status: 'uploading', progress: 0.62 }),
      '62% of 184 KB',
      ['Cancel upload of {file}'],
    ],
    ['is nearly there', own({ status: 'finishing', progress: 1 }), 'Almost done', []],
    [
      'has failed',
      own(
        { status: 'failed' },
        { delivery: 'failed', problem: { code: 'attachment/not-stored', recoverable: true } },
      ),
      'Upload failed',
      ['Try {file} again', 'Remove {file}'],
    ],
    [
      'was turned down',
      own(
        { status: 'failed' },
        {
          delivery: 'failed',
          problem: { code: 'attachment/refused', recoverable: false, detail: 'Not this one.' },
        },
      ),
      'Not this one.',
      ['Remove {file}'],
    ],
    [
      'is checked',
      entry({ key: 'a', kind: 'attachment', attachment: { ...file, status: 'checking' } }),
      'Checking for viruses',
      [],
    ],
    [
      'is blocked',
      entry({ key: 'a', kind: 'attachment', attachment: { ...file, status: 'rejected' } }),
      'Blocked: not a safe file',
      [],
    ],
    [
      'can be had',
      entry({ key: 'a', kind: 'attachment', attachment: file }),
      'PDF, 184 KB',
      ['Download {file}'],
    ],
  ];
  for (const [state, shown, words, buttons] of states) {
    it(`says when it ${state}`, async () => {
      const { cards } = host(() => picture(1, 1));
      const list = await mountFiles([shown], { cards });
      expect(wordsOf(list, 'a')).to.equal(`${file.name} ${words}`);
      expect(cardOf(list, 'a').ariaLabel).to.equal(`${file.name}, ${words}`);
      expect(buttonsOf(list, 'a').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(
        buttons.map((label) => label.replace('{file}', file.name)),
      );
      await expect(list).to.be.accessible();
    });
  }

  it('says its progress to whoever asks', async () => {
    const list = await mountFiles([own({ status: 'uploading', progress: 0.62 })]);
    const progress = cardOf(list, 'a').shadowRoot!.querySelector('progress')!;
    expect(progress.value).to.equal(0.62);
    expect(progress.ariaLabel).to.equal(`Upload of ${file.name}`);
  });

  it('is tried again and taken back as a message is', async () => {
    const problem = { code: 'attachment/not-stored', recoverable: true };
    const list = await mountFiles([own({ status: 'failed' }, { delivery: 'failed', problem })]);
    const asked: string[] = [];
    for (const name of ['list-retry', 'list-discard'])
      list.addEventListener(name, (event) =>
        asked.push(`${name} ${(event as CustomEvent<{ key: string }>).detail.key}`),
      );
    for (const button of buttonsOf(list, 'a')) button.click();
    expect(asked).to.deep.equal(['list-retry a', 'list-discard a']);
    expect(message(list, 'a').querySelector('.status')).to.equal(null);
  });

  it('is worded by the page', async () => {
    const strings = { ...english, fileChecking: 'Hold on', errors: { 'attachment/not-stored': 'Oh no' } };
    const checking = entry({ key: 'b', kind: 'attachment', attachment: { ...file, status: 'checking' } });
    const problem = { code: 'attachment/not-stored', recoverable: true };
    const failed = own({ status: 'failed' }, { delivery: 'failed', problem });
    const list = await mountFiles([checking, failed], { strings });
    expect(wordsOf(list, 'b')).to.include('Hold on');
    expect(wordsOf(list, 'a')).to.include('Oh no');
  });

  it('is fetched when it is wanted, and not before', async () => {
    let give = (_: Blob): void => undefined;
    const { cards, asked } = host(() => new Promise((resolve) => (give = resolve)));
    const list = await mountFiles([entry({ key: 'a', kind: 'attachment', attachment: file })], { cards });
    expect(asked).to.deep.equal([]);
    buttonsOf(list, 'a')[0]!.click();
    await until(() => wordsOf(list, 'a').includes('Downloading'));
    expect(asked).to.deep.equal(['f']);
    give(new Blob(['bytes']));
    await until(() => wordsOf(list, 'a').includes('PDF, 184 KB'));
  });

  it('says when it cannot be fetched, and can be tried again', async () => {
    const { cards, asked } = host(() => Promise.reject({ kind: 'network' }));
    const list = await mountFiles([entry({ key: 'a', kind: 'attachment', attachment: file })], { cards });
    buttonsOf(list, 'a')[0]!.click();
    await until(() => wordsOf(list, 'a').includes('Download failed. Try again.'));
    buttonsOf(list, 'a')[0]!.click();
    await until(() => asked.length === 2);
  });

  it('cannot be fetched any more once the chat is over', async () => {
    const { cards } = host(() => picture(1, 1));
    const shown = [entry({ key: 'a', kind: 'attachment', attachment: file })];
    expect(buttonsOf(await mountFiles(shown, { cards, closed: true }), 'a')).to.deep.equal([]);
  });
});

describe('a picture in the conversation', () => {
  const photo: Attachment = { ...file, name: 'dimmer.png', type: 'image/png' };
  const shown = (key: string, id = key) =>
    entry({ key, kind: 'attachment', attachment: { ...photo, id }, displayName: 'Maya' });

  it('is drawn, named and can be opened and saved', async () => {
    const { cards } = host(() => picture(800, 400));
    const list = await mountFiles([shown('a')], { cards });
    await until(() => cardOf(list, 'a').shadowRoot!.querySelector('canvas') !== null);
    const { width, height } = cardOf(list, 'a').shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
    expect([Math.round(width), Math.round(height)]).to.deep.equal([240, 120]);
    const pixels = cardOf(list, 'a').shadowRoot!.querySelector('canvas')!.getContext('2d')!;
    expect([...pixels.getImageData(1, 1, 1, 1).data]).to.deep.equal([0, 0, 0, 255]);
    expect(buttonsOf(list, 'a').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Open image: dimmer.png',
      'Download dimmer.png',
    ]);
    expect(cardOf(list, 'a').shadowRoot!.innerHTML).not.to.match(/https?:|blob:/);
    await expect(list).to.be.accessible();
  });

  it('is loaded only when it is nearly in view', async () => {
    const { cards, asked } = host(() => picture(10, 10));
    const texts = Array.from({ length: 60 }, (_, index) => entry({ key: `t${index}` }));
    const list = await mountFiles([shown('top'), ...texts, shown('end')], { cards });
    await until(() => asked.includes('end'));
    await settled(list);
    expect(asked).to.deep.equal(['end']);
    message(list, 'top').scrollIntoView();
    await until(() => asked.includes('top'));
  });

  it('stays a file when it is no picture after all', async () => {
    const { cards, asked } = host(() =>
      Promise.resolve(new Blob(['<svg onload="alert(1)"/>'], { type: 'image/svg+xml' })),
    );
    const list = await mountFiles([shown('a')], { cards });
    await until(() => asked.length === 1);
    await settled(list);
    expect(cardOf(list, 'a').shadowRoot!.querySelector('canvas')).to.equal(null);
    expect(wordsOf(list, 'a')).to.include('dimmer.png');
  });
});
