import { expect } from '@open-wc/testing';
import { render } from 'lit';
import type { BodyTools } from '../../../components/message-body.js';
import { MessageFormats } from '../../../components/message-formats.js';
import { bodyTemplate } from '../../../components/view-kit.js';
import { answerLine, submit } from '../../../src/content/views/answers.js';
import { problemOf } from '../../../src/content/views/validation.js';
import { readView } from '../../../src/content/views/read-view.js';
import { readViewMessage } from '../../../src/content/views/view-message.js';
import { english } from '../../../src/i18n/strings.js';
import { described, drawn, FakeCards, RESPONSE, viewEntry, wordsOf } from '../../support/view-cards.js';

/** A generator of numbers from 0 to 1 that is the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const HOSTILE = [
  '<script>pwned()</script>',
  '<img src="https://evil.example/x" onerror="pwned()">',
  'javascript:pwned()',
  '"><svg onload=pwned()>',
  'https://evil.example/',
  'data:text/html,<script>pwned()</script>',
  '$.Deep.Deep',
  '{oh',
  '[[[',
  '\u202e\u0000',
  '__proto__',
];
const TYPES = [
  'Alert',
  'AttributeBar',
  'AttributeSection',
  'Button',
  'ButtonGroup',
  'Card',
  'Cards',
  'CheckboxGroup',
  'Confirmation',
  'Container',
  'DatePicker',
  'Detail',
  'Dropdown',
  'ExpandableSection',
  'Form',
  'FormInput',
  'FormWithSteps',
  'Header',
  'HTMLBox',
  'Icon',
  'Link',
  'List',
  'Loader',
  'RadioGroup',
  'Section',
  'SubmitButton',
  'Table',
  'TextArea',
  'TextBox',
  'TimePicker',
  'Toggle',
  'Application',
  'constructor',
  '',
];
const NAMES = [
  'Heading',
  'Label',
  'Name',
  'Items',
  'Sections',
  'Cards',
  'Options',
  'Attributes',
  'TemplateString',
  'Action',
  'Actions',
  'Url',
  'Href',
  'Summary',
  'Detail',
  'Columns',
  'DefaultValue',
  'Required',
  'Value',
  'Next',
  'Back',
  'Wizard',
  'AttributeBar',
  'Description',
  'Pattern',
  'Id',
  'Variant',
  'Configuration',
  'Type',
  '__proto__',
  'Props',
  'Content',
  'Copyable',
  'Min',
  'MaxLength',
  'InputType',
];

/** Something made of everything that a view may hold, and of what it may not. */
function variant(random: () => number, depth = 0): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kind = random();
  if (depth > 5 || kind < 0.3)
    return pick([...HOSTILE, 'Words', '', 7, true, false, null, -1, 1e99, undefined]);
  if (kind < 0.5) return Array.from({ length: Math.floor(random() * 4) }, () => variant(random, depth + 1));
  const fields = Array.from(
    { length: Math.floor(random() * 6) },
    () => [pick(NAMES), variant(random, depth + 1)] as const,
  );
  if (kind < 0.65) return Object.fromEntries(fields);
  const content = Array.from({ length: Math.floor(random() * 3) }, () => variant(random, depth + 1));
  const node = { _id: 'x', Type: pick(TYPES), Props: Object.fromEntries(fields), Content: content };
  return random() < 0.1 ? JSON.stringify(node) : node;
}

function variantOf(seed: number): { readonly view: unknown; readonly data: unknown } {
  const random = seeded(seed);
  const body = Array.from({ length: 1 + Math.floor(random() * 3) }, () => variant(random));
  const view =
    random() < 0.05 ? variant(random) : described({ head: variant(random), body, actions: ['A', 'B'] });
  return { view, data: random() < 0.5 ? { Deep: variant(random) } : variant(random) };
}

const formats = new MessageFormats('en', english);
const toolsWith = (cards: FakeCards): BodyTools => ({
  strings: english,
  formats,
  locale: 'en',
  markdown: undefined,
  kits: {},
  cards,
  closed: false,
});

declare global {
  interface Window {
    pwned?: () => void;
  }
}

describe('views of any kind', () => {
  const SEED = 20_261_121;
  const RUNS = 1_000;
  const BATCH = 100;
  let executed: number;

  before(() => {
    executed = 0;
    window.pwned = () => (executed += 1);
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(20_000);
  });

  after(() => {
    delete window.pwned;
  });

  it(`are read, answered and told without an error, ${RUNS} times from seed ${SEED}`, () => {
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
      const { view, data } = variantOf(seed);
      const message = readViewMessage(viewEntry(data).text);
      const read = readView(view, message.data);
      if (!read) continue;
      expect(read.cells.length, `seed ${seed}`).to.be.greaterThan(0);
      const press = { action: 'A', label: 'A', sends: 'fields', data: {}, form: '', submits: true } as const;
      const submission = submit(read, press, {}, problemOf);
      if ('answer' in submission)
        expect(answerLine(submission.answer), `seed ${seed}`).to.have.property('kind');
    }
  });

  for (let from = SEED; from < SEED + RUNS; from += BATCH) {
    it(`are drawn with something to see, harmless and without an error: seeds ${from} to ${from + BATCH - 1}`, async () => {
      const views = new Map(
        Array.from({ length: BATCH }, (_, index) => [`t${from + index}`, variantOf(from + index)]),
      );
      const errors: unknown[] = [];
      const listen = (event: ErrorEvent | PromiseRejectionEvent) => errors.push(event);
      addEventListener('error', listen);
      addEventListener('unhandledrejection', listen);
      const drawings = [...views].map(async ([token, { view, data }]) => {
        const cards = new FakeCards(() => Promise.resolve(view));
        const text = JSON.stringify({
          templateType: 'ViewResource',
          data: { content: { viewToken: token, viewData: data } },
        });
        const place = document.body.appendChild(document.createElement('div'));
        render(bodyTemplate(viewEntry({}, { text }), token, toolsWith(cards), undefined), place);
        const card = place.querySelector('connect-chat-view')!;
        await card.updateComplete;
        await drawn(card);
        return { token, cards, card, place };
      });
      for (const { token, cards, card, place } of await Promise.all(drawings)) {
        const shown = card.shadowRoot!.querySelector<HTMLElement>('.card')!;
        expect(wordsOf(shown), token).not.to.equal('');
        expect(shown.querySelector('script, iframe, object, embed, base, meta, form, style'), token).to.equal(
          null,
        );
        for (const element of shown.querySelectorAll('*'))
          for (const { name, value } of element.attributes) {
            expect(name, token).not.to.match(/^on/);
            if (name === 'href') expect(value, token).to.match(/^(https?|mailto|tel):/);
          }
        for (const button of shown.querySelectorAll('button')) button.click();
        for (const { contentType, text: answer } of cards.sent) {
          expect(contentType).to.equal(RESPONSE);
          const { version, action } = JSON.parse(answer) as { version: string; action: string };
          expect([version, action.length > 0 && action.length <= 200], token).to.deep.equal(['1.0', true]);
        }
        place.remove();
      }
      removeEventListener('error', listen);
      removeEventListener('unhandledrejection', listen);
      expect(errors).to.deep.equal([]);
    }).timeout(20_000);
  }

  it('have run nothing and fetched nothing', () => {
    expect(executed).to.equal(0);
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => name.includes('evil.example'))).to.deep.equal([]);
  });
});
