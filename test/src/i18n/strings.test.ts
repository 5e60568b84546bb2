import { expect } from '@open-wc/testing';
import { errorCodes } from '../../../src/error-codes.js';
import { endEnglish } from '../../../src/i18n/end-strings.js';
import { formatEnglish } from '../../../src/i18n/format-strings.js';
import { interactiveEnglish } from '../../../src/i18n/interactive-strings.js';
import { english } from '../../../src/i18n/strings.js';

/** Those of the first load and those that come with a kind of content. */
const all = { ...english, ...endEnglish, ...interactiveEnglish, ...formatEnglish };

/** What the shell says before these strings are loaded is among its own. */
const saidByTheShell = 'widget/not-loaded';

/** Every text in the English strings, with the path to it. */
function texts(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe('the English strings', () => {
  it('explain every error code', () => {
    const codes = Object.keys(errorCodes).filter((code) => code !== saidByTheShell);
    expect(codes.filter((code) => english.errors[code] === undefined)).to.deep.equal([]);
  });

  it('explain no code that does not exist', () => {
    expect(Object.keys(english.errors).filter((code) => !(code in errorCodes))).to.deep.equal([]);
  });

  it('keep the voice: no exclamation, no straight apostrophe, no "please wait"', () => {
    expect(
      texts(all, 'strings').filter(([, text]) => /[!']|please wait|oops|successfully/i.test(text)),
    ).to.deep.equal([]);
  });

  it('have no placeholder that nobody fills', () => {
    const known = new Set([
      ...['name', 'count', 'text', 'file', 'messages', 'news'],
      ...['time', 'zone', 'place', 'position'],
    ]);
    const used = texts(all, 'strings').flatMap(([, text]) => [...text.matchAll(/\{(\w*)\}/g)]);
    expect(used.filter(([, name]) => !known.has(name ?? ''))).to.deep.equal([]);
  });
});
