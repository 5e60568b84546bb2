import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { replyTo } from '../../../../demo/emulator/core/flow/reply.js';
import { formSteps } from '../../../../demo/emulator/core/flow/samples/managed-views.js';
import { menuTemplates } from '../../../../demo/emulator/core/flow/samples/menu.js';
import { panel, productPages } from '../../../../demo/emulator/core/flow/samples/pickers.js';
import { demoScript } from '../../../../demo/emulator/core/flow/script.js';
import type { Item } from '../../../../demo/emulator/core/wire.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const item = (Content: unknown, ContentType = 'text/plain'): Item => ({
  Id: 'x',
  AbsoluteTime: '',
  ContentType,
  Content: typeof Content === 'string' ? Content : JSON.stringify(Content),
});
const shown = (template: unknown): Item => item(template, interactive);
const response = (action: string, data: object, templateType?: string): Item =>
  item({ version: '1.0', action, data, templateType }, `${interactive}.response`);
const reply = (message: Item, template?: unknown) =>
  replyTo(message, template === undefined ? undefined : shown(template), demoScript, demoScript.bot);
const said = (message: Item, template?: unknown): string =>
  String((reply(message, template)[0] as { say?: string } | undefined)?.say);

const slots = {
  templateType: 'TimePicker',
  data: { content: { timeslots: [{ date: '2026-12-01T09:00+00:00' }] } },
};
const view = (viewId: string) => ({ templateType: 'ViewResource', data: { content: { viewId } } });

describe('the flow understands', () => {
  it('a choice that was offered', () => {
    assert.equal(said(item('A repair'), panel), 'You chose “A repair”. Noted.');
    assert.equal(said(item('A repair')), said(item('Anything else')));
  });

  it('a choice of the menu as a word', () => {
    assert.deepEqual(reply(item('Panel'), menuTemplates[0]), [{ interactive: panel }]);
  });

  it('a slot', () => {
    assert.match(said(item('2026-12-01T09:00+00:00'), slots), /2026-12-01 at 09:00 UTC/);
  });

  it('a choice on a card of a carousel, whatever was shown since', () => {
    const choice = { templateIdentifier: 'x', listTitle: 'Plus', selectionText: 'Take Plus' };
    assert.equal(said(item(choice)), 'You chose “Take Plus” from “Plus”. Noted.');
  });

  for (const [action, index, page] of [
    ['SHOW_MORE', 'nextIndex', 1],
    ['PREVIOUS_OPTIONS', 'preIndex', 0],
  ] as const) {
    it(`${action}, and answers with a page under the same reference`, () => {
      const data = { actionName: action, referenceId: 'products-7', [index]: page + 1 };
      const [step] = reply(response(action, data));
      const text = JSON.stringify(step);
      assert.equal(text, JSON.stringify({ interactive: productPages[page] }).replace('{reference}', '7'));
    });
  }

  it('a page that does not exist as nothing it knows', () => {
    for (const referenceId of ['products-7', 'unknown', 'constructor-1'])
      assert.deepEqual(reply(response('SHOW_MORE', { referenceId, nextIndex: 9 })), demoScript.bot.fallback);
  });

  it('each step of a form, forwards and back, and all of it at the end', () => {
    const [first, last] = formSteps;
    const answer = (action: string, { Wizard }: { Wizard: { Selected: string } }) =>
      response(action, { FormData: { order: 'H-1', gift: true }, StepName: Wizard.Selected }, 'ViewResource');
    assert.deepEqual(reply(answer('Next', first), view('form')), [{ view: 'form', data: last }]);
    assert.deepEqual(reply(answer('Previous', last), view('form')), [{ view: 'form', data: first }]);
    assert.equal(
      said(answer('Next', last), view('form')),
      'You chose “Next”. I have noted: order: H-1, gift: true.',
    );
    assert.match(said(answer('Cancel', first), view('form')), /^You chose “Cancel”/);
  });

  it('the answers of the other views', () => {
    for (const [data, text] of [
      [{ actionName: 'Change the day' }, 'You chose “Change the day”. Noted.'],
      [
        { actionName: 'Repair it', Heading: 'It stays dark', Id: 'dark' },
        'You chose “Repair it”. I have noted: Heading: It stays dark.',
      ],
      [{}, 'You chose “ActionSelected”. Noted.'],
    ] as const) {
      assert.equal(said(response('ActionSelected', data, 'ViewResource'), view('detail')), text);
    }
  });

  it('words that were written instead of using a view', () => {
    const message = response(' ', { content: 'panel' }, 'ViewResource');
    assert.deepEqual(reply(message, view('form')), [{ interactive: panel }]);
  });

  it('nothing else, and throws at nothing', () => {
    for (const content of ['', '{', '[]', 'null', '{"data":7}', '"x"']) {
      for (const type of ['text/plain', `${interactive}.response`]) {
        for (const template of [
          undefined,
          '{',
          {},
          { data: { content: { elements: 'x', timeslots: [null] } } },
        ]) {
          assert(Array.isArray(reply(item(content, type), template)));
        }
      }
    }
  });
});
