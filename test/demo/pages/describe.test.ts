import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describe as words, describeText } from '../../../demo/pages/agent/describe.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const panel = { templateType: 'Panel', version: '1.0', data: { content: { title: 'How may we help?' } } };
const view = {
  templateType: 'ViewResource',
  data: { content: { viewId: 'form', viewToken: 'secret', viewData: '{"Heading":"Return a lamp"}' } },
};
const formAnswer = {
  templateType: 'ViewResource',
  action: 'Next',
  data: { FormData: { order: 'H-1', gift: true }, StepName: 'Your order' },
};
const card = { templateIdentifier: 'x', listTitle: 'Plus', selectionText: 'Take Plus' };

describe('what the agent reads', () => {
  for (const [what, content, type, expected] of [
    ['a text', 'Hello {"a":1}', 'text/plain', 'Hello {"a":1}'],
    ['a template', panel, interactive, '[Panel] How may we help?'],
    ['a view', view, interactive, '[ViewResource] Return a lamp'],
    ['a broken template', "{'templateType'", interactive, "{'templateType'"],
    ['a form', formAnswer, `${interactive}.response`, '[Next]\nStepName: Your order\norder: H-1\ngift: true'],
    ['a choice of a carousel', card, 'text/plain', 'Take Plus (Plus)'],
    ['another page', { action: 'SHOW_MORE', data: {} }, `${interactive}.response`, '[SHOW_MORE]'],
    [
      'words written beside a view',
      { templateType: 'ViewResource', action: ' ', data: { content: 'Help me' } },
      `${interactive}.response`,
      'Help me',
    ],
    ['a broken answer', 'null', `${interactive}.response`, 'null'],
  ] as const) {
    it(`of ${what}`, () => {
      const Content = typeof content === 'string' ? content : JSON.stringify(content);
      assert.equal(words({ Content, ContentType: type }), expected);
    });
  }

  it('of a text alone, in the list of contacts', () => {
    assert.equal(describeText(JSON.stringify(panel)), '[Panel] How may we help?');
    assert.match(describeText(JSON.stringify(formAnswer)), /^\[Next\]\n/);
    assert.equal(describeText(JSON.stringify(card)), 'Take Plus (Plus)');
    assert.equal(describeText('{'), '{');
  });
});
