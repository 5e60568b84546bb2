import { expect } from '@open-wc/testing';
import {
  drawn,
  described,
  FakeCards,
  fill,
  mountEntries,
  mountView,
  part,
  button,
  viewEntry,
  wordsOf,
  RESPONSE,
  type MountedView,
} from '../../support/view-cards.js';
import { entry, ownEntry } from '../../support/entries.js';
import { message, settled } from '../../support/message-list.js';

const form = {
  head: { Title: 'Order form' },
  body: [
    {
      Type: 'Form',
      Props: {},
      Content: [
        { Type: 'FormInput', Props: { Label: 'Order', Name: 'order' } },
        { Type: 'FormInput', Props: { Label: 'Password', Name: 'secret word', InputType: 'password' } },
        { Type: 'FormInput', Props: { Label: 'Card number', Name: 'cardNumber' } },
        { Type: 'SubmitButton', Props: { Label: 'Send', Action: 'Send' } },
      ],
    },
  ],
  actions: ['Send'],
};
const sentText =
  '{"templateType":"ViewResource","version":"1.0","action":"Send","data":{"order":"1","secret word":"","cardNumber":""}}';

/** The message above, without which the list would be drawn anew. */
const before = entry({ key: 'before' });

describe('<connect-chat-view>', () => {
  let mounted: MountedView;
  let cards: FakeCards;
  const line = () => wordsOf(part(mounted, '.card'));
  const draw = async () => {
    await settled(mounted.list);
    await drawn(mounted.card);
  };

  beforeEach(() => {
    cards = new FakeCards(() => Promise.resolve(described(form)));
  });

  it('is accessible', async () => {
    mounted = await mountView(form, cards);
    await expect(mounted.card).to.be.accessible();
  });

  it('is a group whose name stands for it in the name of the message', async () => {
    mounted = await mountView(form, cards);
    expect([mounted.card.role, mounted.card.ariaLabel]).to.deep.equal(['group', 'Order form']);
    expect(message(mounted.list, 'view').getAttribute('aria-labelledby')).to.include(mounted.card.id);
  });

  it('asks for the view once, by its token', async () => {
    mounted = await mountView(form, cards);
    mounted.list.requestUpdate();
    await draw();
    expect(cards.described).to.deep.equal(['token-1']);
  });

  it('says that it is waiting', async () => {
    let answer: (view: unknown) => void = () => undefined;
    cards.describe = () => new Promise((resolve) => (answer = resolve));
    const mounting = mountEntries([viewEntry({ Heading: 'Your order' })], cards);
    while (cards.described.length === 0) await new Promise(requestAnimationFrame);
    const list = document.querySelector('connect-chat-message-list')!;
    const card = list.shadowRoot!.querySelector('connect-chat-view')!;
    expect(wordsOf(card.shadowRoot!.querySelector<HTMLElement>('.card')!)).to.equal('Your order Loading');
    answer(described(form));
    mounted = await mounting;
    expect(line()).to.include('Order form');
  });

  const troubles: readonly (readonly [string, unknown, string])[] = [
    [
      'an expired token',
      { kind: 'forbidden', status: 403 },
      'This step has expired Write a message and we’ll send it again.',
    ],
    [
      'a token that nobody knows',
      { kind: 'refused', status: 404 },
      'This step has expired Write a message and we’ll send it again.',
    ],
    [
      'a request that the service turns down',
      { kind: 'refused', status: 400 },
      'Next step This message can’t be shown here. Please write your answer.',
    ],
    [
      'an answer without a view',
      { kind: 'invalid' },
      'Next step This message can’t be shown here. Please write your answer.',
    ],
    ['no network', { kind: 'network' }, 'Next step This step couldn’t be loaded. Try again'],
    [
      'a busy service',
      { kind: 'throttled', status: 429 },
      'Next step This step couldn’t be loaded. Try again',
    ],
    [
      'a broken service',
      { kind: 'server', status: 500 },
      'Next step This step couldn’t be loaded. Try again',
    ],
  ];
  for (const [name, failure, words] of troubles) {
    it(`says what to do about ${name}`, async () => {
      cards.describe = () => Promise.reject(failure);
      mounted = await mountView(form, cards);
      expect(line()).to.equal(words);
      await expect(mounted.card).to.be.accessible();
    });
  }

  it('tries again', async () => {
    cards.describe = () => Promise.reject({ kind: 'network' });
    mounted = await mountView(form, cards);
    cards.describe = () => Promise.resolve(described(form));
    button(mounted, 'Try again').click();
    await draw();
    expect(line()).to.include('Order form');
    expect(cards.described.length).to.equal(2);
  });

  const empty: readonly (readonly [string, unknown])[] = [
    ['nothing', {}],
    ['a template that is no JSON', { Content: { Template: '{oh' } }],
    ['an empty template', { Content: { Template: '{"Body":[]}' } }],
    ['only what is for agents', described({ body: [{ Type: 'Application', Props: {} }] })],
  ];
  for (const [name, view] of empty) {
    it(`never shows nothing, when the view is ${name}`, async () => {
      cards.describe = () => Promise.resolve(view);
      mounted = await mountEntries([viewEntry({ Heading: 'Your order' })], cards);
      expect(line()).to.equal('Your order This message can’t be shown here. Please write your answer.');
    });
  }

  it('asks for nothing when there is no token', async () => {
    mounted = await mountEntries(
      [viewEntry({}, { text: '{"templateType":"ViewResource","data":{"content":{"title":"Hm"}}}' })],
      cards,
    );
    expect(line()).to.equal('Hm This message can’t be shown here. Please write your answer.');
    expect(cards.described).to.deep.equal([]);
  });

  describe('what is filled in', () => {
    it('is kept, but no password and no number of a card', async () => {
      mounted = await mountView(form, cards);
      for (const input of mounted.card.shadowRoot!.querySelectorAll('input')) fill(input, 'typed');
      expect(cards.notes).to.deep.equal({ 'view-view': '{"title":"Order form","values":{"2":"typed"}}' });
    });

    it('is there again after a refresh', async () => {
      cards.keep('view-view', '{"values":{"2":"H-1","3":"no","9":"no"}}');
      mounted = await mountView(form, cards);
      const values = [...mounted.card.shadowRoot!.querySelectorAll('input')].map(({ value }) => value);
      expect(values).to.deep.equal(['H-1', '', '']);
    });

    for (const note of ['{"values":{"2":7}}', '{"values":[1]}', 'x', '{"values":{"__proto__":"x"}}']) {
      it(`begins anew when what was kept is ${note}`, async () => {
        cards.keep('view-view', note);
        mounted = await mountView(form, cards);
        expect((part(mounted, 'input') as HTMLInputElement).value).to.equal('');
      });
    }

    it('is kept when the page goes in the middle of a word', async () => {
      mounted = await mountView(form, cards);
      const input = part(mounted, 'input') as HTMLInputElement;
      input.value = 'half';
      input.dispatchEvent(new InputEvent('input'));
      expect(cards.notes).to.deep.equal({});
      dispatchEvent(new Event('pagehide'));
      expect(cards.notes['view-view']).to.include('half');
    });
  });

  describe('folded', () => {
    const answers: readonly (readonly [string, string, string, string])[] = [
      ['a form', RESPONSE, sentText, 'Form sent'],
      [
        'a choice',
        RESPONSE,
        '{"templateType":"ViewResource","version":"1.0","action":"ActionSelected","data":{"actionName":"Change it"}}',
        'Change it',
      ],
      [
        'a card',
        RESPONSE,
        '{"templateType":"ViewResource","action":"CardSelected","data":{"Heading":"Cafe Card","Id":"cafe"}}',
        'Cafe Card',
      ],
      [
        'a confirmation',
        RESPONSE,
        '{"templateType":"ViewResource","action":"Next","data":{"actionName":"Next","Label":"Go home"}}',
        'Go home',
      ],
      [
        'a bare button',
        RESPONSE,
        '{"templateType":"ViewResource","action":"orderPart","data":{"action":"Button"}}',
        'Order part',
      ],
      [
        'nothing that can be named',
        RESPONSE,
        '{"templateType":"ViewResource","action":"ActionSelected","data":{}}',
        'Answer sent',
      ],
      [
        'typed words',
        RESPONSE,
        '{"templateType":"ViewResource","version":"1.0","action":" ","data":{"content":"I am not sure"}}',
        'I am not sure',
      ],
      [
        'a form that was left',
        RESPONSE,
        '{"templateType":"ViewResource","action":"Previous","data":{"FormData":{"a":"b"}}}',
        'Previous',
      ],
    ];
    for (const [name, contentType, text, words] of answers) {
      it(`shows title and answer after ${name}, as does the customer’s own bubble`, async () => {
        const own = ownEntry({ key: 'own', contentType, text });
        mounted = await mountEntries([viewEntry({ Heading: 'Your order' }), own], cards);
        expect(line()).to.equal(`Your order ${words}`);
        expect(mounted.card.ariaLabel).to.equal(`Your order, ${words}`);
        expect(wordsOf(message(mounted.list, 'own').querySelector<HTMLElement>('.bubble')!)).to.equal(words);
        expect(cards.described).to.deep.equal([]);
        await expect(mounted.list).to.be.accessible();
      });
    }

    it('says what was written on the button, where the answer itself has only an id', async () => {
      const list = { body: [{ Type: 'List', Props: { Items: [{ Heading: 'A car', Id: 'Select_Car' }] } }] };
      mounted = await mountView(list, new FakeCards(() => Promise.resolve(described(list))));
      button(mounted, 'A car').click();
      const own = ownEntry({ key: 'own', contentType: RESPONSE, text: mounted.cards.sent[0]!.text });
      mounted.list.entries = [before, viewEntry(), own];
      await draw();
      expect(line()).to.include('A car');
    });

    it('takes plain words for an answer too', async () => {
      mounted = await mountEntries([viewEntry(), ownEntry({ key: 'own', text: 'Hello' })], cards);
      expect(line()).to.equal('Next step Answered');
    });

    it('is left behind by a newer view, a past chat, the end of the chat', async () => {
      mounted = await mountEntries([viewEntry(), viewEntry({}, { key: 'newer' })], cards);
      expect(line()).to.equal('Next step Not answered');
      mounted = await mountEntries([viewEntry({}, { past: true })], cards);
      expect(line()).to.equal('Next step Not answered');
      mounted = await mountEntries([viewEntry()], cards, { closed: true });
      expect(line()).to.equal('Next step Not answered');
    });

    it('opens again with what was filled in, when the answer was not sent', async () => {
      mounted = await mountView(form, cards);
      fill(part(mounted, 'input'), 'H-1');
      mounted.list.entries = [
        before,
        viewEntry(),
        ownEntry({ key: 'own', contentType: RESPONSE, text: sentText, delivery: 'sending' }),
      ];
      await draw();
      expect(line()).to.equal('Order form Form sent');
      mounted.list.entries = [
        before,
        viewEntry(),
        ownEntry({ key: 'own', contentType: RESPONSE, text: sentText, delivery: 'failed' }),
      ];
      await draw();
      expect((part(mounted, 'input') as HTMLInputElement).value).to.equal('H-1');
    });

    it('hands the focus to its message', async () => {
      mounted = await mountView(form, cards);
      button(mounted, 'Send').focus();
      mounted.list.entries = [
        before,
        viewEntry(),
        ownEntry({ key: 'own', contentType: RESPONSE, text: sentText }),
      ];
      await draw();
      const focused = mounted.list.shadowRoot!.activeElement as HTMLElement;
      expect(focused.dataset.key).to.equal('view');
    });

    it('keeps its title for the next time, and nothing of what was filled in', async () => {
      mounted = await mountView(form, cards);
      fill(part(mounted, 'input'), 'H-1');
      mounted.list.entries = [
        before,
        viewEntry(),
        ownEntry({ key: 'own', contentType: RESPONSE, text: sentText }),
      ];
      await draw();
      expect(cards.notes['view-view']).to.equal('{"title":"Order form","values":{}}');
    });
  });

  describe('and the page', () => {
    it('tells what is about to be drawn, and what was pressed', async () => {
      mounted = await mountView(form, cards);
      button(mounted, 'Send').click();
      const [shown, pressed] = cards.told.map(({ detail }) => detail as Record<string, unknown>);
      expect(cards.told.map(({ name }) => name)).to.deep.equal(['view', 'view']);
      expect([shown!.viewName, shown!.action]).to.deep.equal(['Test view', undefined]);
      expect((shown!.content as { template: unknown }).template).to.deep.equal({
        Head: form.head,
        Body: form.body,
      });
      expect([pressed!.action, pressed!.content]).to.deep.equal(['Send', undefined]);
      expect((pressed!.entry as { key: string }).key).to.equal('view');
    });

    it('is left the drawing when it objects', async () => {
      cards.objects = true;
      mounted = await mountView(form, cards);
      expect(line()).to.equal('Order form');
    });

    it('keeps an answer from being sent', async () => {
      mounted = await mountView(form, cards);
      cards.objects = true;
      button(mounted, 'Send').click();
      expect(cards.sent).to.deep.equal([]);
    });
  });
});
