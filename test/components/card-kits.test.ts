import { expect } from '@open-wc/testing';
import { isMarkdown, kitOf, type KitName } from '../../components/card-kits.js';
import type { Entry } from '../../src/engine/types.js';
import { entry, ownEntry } from '../support/entries.js';

const interactive = 'application/vnd.amazonaws.connect.message.interactive';
const template = (templateType: unknown) => JSON.stringify({ templateType, data: { content: {} } });
const file = { id: 'f', name: 'a.pdf', type: 'application/pdf', status: 'approved' } as const;

describe('kitOf', () => {
  const cases: readonly (readonly [string, Partial<Entry>, KitName | undefined])[] = [
    ['words', {}, undefined],
    ['words with a parameter', { contentType: 'text/plain; charset=utf-8' }, undefined],
    ['markdown', { contentType: 'text/markdown' }, undefined],
    ['an event', { kind: 'event', event: 'joined', contentType: 'application/x' }, undefined],
    ['a file', { kind: 'attachment', attachment: file, text: '' }, 'attachment'],
    ...['ListPicker', 'TimePicker', 'Panel', 'QuickReply', 'Carousel'].map(
      (name) => [name, { contentType: interactive, text: template(name) }, 'interactive'] as const,
    ),
    ['a view', { contentType: interactive, text: template('ViewResource') }, 'view'],
    ['a request to sign in', { kind: 'event', event: 'authentication-initiated' }, 'sign-in'],
    ['a template that is new to us', { contentType: interactive, text: template('Hologram') }, 'fallback'],
    ['a template without a name', { contentType: interactive, text: template(7) }, 'fallback'],
    ['what is no JSON', { contentType: interactive, text: '{' }, 'fallback'],
    ['a type that is new to us', { contentType: 'application/x', text: 'x' }, 'fallback'],
  ];
  for (const [what, changes, kit] of cases)
    it(`of ${what} is ${kit ?? 'none'}`, () => expect(kitOf(entry({ key: 'k', ...changes }))).to.equal(kit));

  it('of the customer’s own answer is the one that makes it readable', () => {
    const answer = ownEntry({ key: 'k', contentType: interactive, text: template('ListPicker') });
    expect(kitOf(answer)).to.equal('fallback');
  });

  it('does not take a type for markdown that only begins like it', () => {
    expect(isMarkdown(entry({ key: 'k', contentType: 'text/markdownish' }))).to.equal(false);
  });
});
