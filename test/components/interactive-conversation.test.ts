import { expect } from '@open-wc/testing';
import {
  carouselContent,
  listContent,
  panelContent,
  quickContent,
  responseType,
  template,
  templates,
  timeContent,
  type Content,
} from '../fixtures/interactive-templates.js';
import { baseTime, entry, ownEntry } from '../support/entries.js';
import { interactive, showEntries, wordsOf, type Shown } from '../support/interactive.js';
import { message, messages } from '../support/message-list.js';
import type { Entry } from '../../src/engine/types.js';

const said = (key: string, text: string, minutes: number, changes: Partial<Entry> = {}) =>
  ownEntry({ key, text, time: baseTime + minutes * 60_000, ...changes });
const list = (key: string, minutes: number, content: Content = {}) =>
  interactive(key, template('ListPicker', { ...listContent, ...content }), minutes);
const paging = (key: string, minutes: number, changes: Partial<Entry> = {}) =>
  said(key, '{"version":"1.0","action":"SHOW_MORE","data":{"actionName":"SHOW_MORE"}}', minutes, {
    contentType: responseType,
    ...changes,
  });

const keys = ({ list: shown }: Shown) => messages(shown).map(({ dataset }) => dataset.key);
const folded = ({ all }: Shown, key: string) => wordsOf(all('.card--folded', key));
const controls = ({ all }: Shown, key: string) => all('button, a', key).length;
const bubble = ({ list: shown }: Shown, key: string) =>
  wordsOf([message(shown, key).querySelector<HTMLElement>('.bubble')!])[0];

describe('an interactive message in its conversation', () => {
  for (const [type, answer, words] of [
    ['ListPicker', 'Arc floor lamp', 'Arc floor lamp'],
    ['Panel', 'Returns', 'Returns'],
    ['TimePicker', '2026-12-01T09:30+00:00', 'Tuesday 1 December, 10:30'],
    [
      'Carousel',
      '{"templateIdentifier":"card-2","listTitle":"Plus","selectionText":"Take Plus"}',
      'Plus - Take Plus',
    ],
  ] as const) {
    it(`folds to title and choice once answered: ${type}`, async () => {
      const message = templates[type]!;
      const { title } = (message.data as { content: { title: string } }).content;
      const shown = await showEntries([interactive('card', message), said('a', answer, 1)]);
      const [line] = folded(shown, 'card');
      expect(line).to.match(new RegExp(`^${title.replace('?', '\\?')} You chose ${words}`));
      expect([controls(shown, 'card'), bubble(shown, 'a')]).to.deep.equal([0, words]);
      expect(shown.card().hasAttribute('aria-label')).to.equal(false);
    });
  }

  it('says what the flow says to a choice, and not to other words', async () => {
    const reply = { replyMessage: { title: 'Thanks', subtitle: 'Noted' } };
    const card = interactive('card', template('Panel', panelContent, reply));
    const shown = await showEntries([card, said('a', 'Returns', 1)]);
    expect(wordsOf(shown.all('.card-reply'))).to.deep.equal(['Thanks Noted']);
    await shown.set(card, said('b', 'Neither', 1));
    expect(wordsOf(shown.all('.card-reply'))).to.deep.equal([]);
    expect(folded(shown, 'card')).to.deep.equal(['What do you need help with? Answered']);
  });

  it('takes quick replies away with the answer, and keeps the question', async () => {
    const card = interactive(
      'card',
      template('QuickReply', quickContent, { replyMessage: { title: 'Good' } }),
    );
    const shown = await showEntries([card, said('a', 'Yes', 1)]);
    expect(shown.all('.reply')).to.deep.equal([]);
    expect(wordsOf(shown.all('.bubble'))).to.deep.equal(['Did that solve it? Good']);
  });

  it('shows the answer without the title of the card where the flow wants it so', async () => {
    const content = { ...carouselContent, omitTitleFromCarouselResponse: true };
    const answer = '{"templateIdentifier":"card-2","listTitle":"Plus","selectionText":"Take Plus"}';
    const shown = await showEntries([
      interactive('card', template('Carousel', content)),
      said('a', answer, 1),
    ]);
    expect(bubble(shown, 'a')).to.equal('Take Plus');
  });

  it('shows answers to what is not here any more in words', async () => {
    const answer = '{"templateIdentifier":"x","listTitle":"Others:","selectionText":"Repair it"}';
    const shown = await showEntries([said('a', answer, 1), said('b', '2026-12-01T09:30+00:00', 2)]);
    // The tests run at UTC+5:45.
    expect([bubble(shown, 'a'), bubble(shown, 'b')]).to.deep.equal([
      'Others: Repair it',
      'Tuesday 1 December, 15:15',
    ]);
  });

  it('stays open while the flow says more', async () => {
    const shown = await showEntries([list('card', 0), entry({ key: 'b', text: 'Take your time' })]);
    expect(shown.all('.row')).to.have.length(3);
  });

  it('can be answered again after the answer failed', async () => {
    const failed = said('a', 'Returns', 1, { delivery: 'failed' });
    const shown = await showEntries([interactive('card', templates.Panel!), failed]);
    expect(shown.all('.row')).to.have.length(2);
    expect(message(shown.list, 'a').querySelector('[data-action="retry"]')).not.to.equal(null);
    shown.all('.row')[0]!.click();
    expect(shown.sent).to.deep.equal([['Delivery', 'text/plain']]);
  });

  it('gives way to the next one', async () => {
    const shown = await showEntries([
      list('a', 0),
      interactive('b', templates.Panel!, 1),
      interactive('c', templates.QuickReply!, 2),
    ]);
    expect(folded(shown, 'a')).to.deep.equal(['Which lamp is it? Not answered']);
    expect(folded(shown, 'b')).to.deep.equal(['What do you need help with? Not answered']);
    expect(shown.all('.reply', 'c')).to.have.length(2);
    await shown.set(list('a', 0), interactive('b', templates.Panel!, 1), said('x', 'Delivery', 2));
    expect(folded(shown, 'a')).to.deep.equal(['Which lamp is it? Not answered']);
    expect(folded(shown, 'b')).to.deep.equal(['What do you need help with? You chose Delivery']);
  });

  it('cannot be answered once the chat is over, nor in an earlier chat', async () => {
    const over = await showEntries([interactive('card', templates.TimePicker!)], { closed: true });
    expect(folded(over, 'card')).to.deep.equal(['Choose a repair visit Not answered']);
    const past = await showEntries([interactive('card', templates.QuickReply!, 0, { past: true })]);
    expect(past.all('.reply')).to.deep.equal([]);
    expect(wordsOf(past.all('.bubble'))).to.deep.equal(['Did that solve it?']);
  });

  it('that only leads elsewhere stays as it is', async () => {
    const links = template('Panel', {
      title: 'Read',
      elements: [{ title: 'Manual', type: 'hyperlink', url: 'https://a.example/' }],
    });
    const shown = await showEntries([interactive('card', links), said('a', 'ok', 1)], { closed: true });
    expect(shown.all('a.row')).to.have.length(1);
  });

  describe('with a reference', () => {
    const next = { elements: [{ title: 'Globe' }, { title: 'Back', actionDetail: 'PREVIOUS_OPTIONS' }] };

    it('is replaced by the next of the same, in the same place, with the focus', async () => {
      const shown = await showEntries([list('a', 0)]);
      const before = shown.card('a');
      shown.all('.card-foot button', 'a')[1]!.focus();
      await shown.set(list('a', 0), paging('p', 1));
      expect(keys(shown)).to.deep.equal(['a']);
      await shown.set(list('a', 0), paging('p', 1), list('b', 2, next));
      expect(keys(shown)).to.deep.equal(['a']);
      expect(shown.card('a')).to.equal(before);
      expect(wordsOf(shown.all('.row-title', 'a'))).to.deep.equal(['Globe']);
      expect(before.matches(':focus-within')).to.equal(true);
    });

    it('is not where it has been answered, or the reference is another or none', async () => {
      const answered = [list('a', 0), said('x', 'Arc floor lamp', 1), list('b', 2)];
      expect(keys(await showEntries(answered))).to.deep.equal(['a', 'x', 'b']);
      for (const referenceId of ['other', undefined, '', null]) {
        const shown = await showEntries([
          list('a', 0, { referenceId }),
          list('b', 2, { referenceId: referenceId === 'other' ? 'another' : referenceId }),
        ]);
        expect(keys(shown)).to.deep.equal(['a', 'b']);
      }
    });

    it('on a card of a carousel changes that card only', async () => {
      const others = template('ListPicker', {
        title: 'More others',
        referenceId: 'others',
        elements: ['Swap it'],
      });
      const shown = await showEntries([
        interactive('a', templates.Carousel!),
        paging('p', 1),
        interactive('b', others, 2),
      ]);
      expect(keys(shown)).to.deep.equal(['a']);
      expect(wordsOf(shown.all('[role="group"] .card-title', 'a')).slice(-3)).to.deep.equal([
        'Basic',
        'Plus',
        'More others',
      ]);
      shown.all('.row', 'a').at(-1)!.click();
      expect(shown.sent).to.deep.equal([
        ['{"templateIdentifier":"card-3","listTitle":"More others","selectionText":"Swap it"}', 'text/plain'],
      ]);
    });

    it('replaces a carousel by a carousel that shares a card', async () => {
      const shown = await showEntries([
        interactive('a', templates.Carousel!),
        paging('p', 1),
        interactive('b', template('Carousel', { ...carouselContent, title: 'Again' }), 2),
      ]);
      expect(keys(shown)).to.deep.equal(['a']);
      expect(shown.card('a').getAttribute('aria-label')).to.equal('Again, 3 options');
    });
  });

  it('shows a request for other options only when it failed', async () => {
    const shown = await showEntries([list('a', 0), paging('p', 1, { delivery: 'failed' })]);
    expect(keys(shown)).to.deep.equal(['a', 'p']);
    expect(bubble(shown, 'p')).to.equal('Show more');
    expect(message(shown.list, 'p').querySelector('[data-action="retry"]')).not.to.equal(null);
  });

  it('lets other options be asked for again when none came', async () => {
    let elapse = (): void => undefined;
    const shown = await showEntries([list('a', 0)]);
    shown.card('a').schedule = (callback) => ((elapse = callback), () => undefined);
    const [, more] = shown.all('.card-foot button', 'a');
    more!.click();
    await shown.card('a').updateComplete;
    expect(more!.getAttribute('aria-disabled')).to.equal('true');
    elapse();
    await shown.card('a').updateComplete;
    expect([more!.hasAttribute('aria-disabled'), wordsOf([more!])[0]]).to.deep.equal([false, 'More lamps']);
  });

  it('draws nothing again that has not changed', async () => {
    const first = [
      list('a', 0),
      said('x', 'Dome pendant', 1),
      interactive('b', template('TimePicker', timeContent), 2),
    ];
    const shown = await showEntries(first);
    const nodes = messages(shown.list);
    await shown.set(...first, said('y', '2026-12-01T09:30+00:00', 3));
    expect(messages(shown.list).slice(0, 3)).to.deep.equal(nodes);
    expect(folded(shown, 'b')).to.deep.equal(['Choose a repair visit You chose Tuesday 1 December, 10:30']);
  });
});
