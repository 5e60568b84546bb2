import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Edit } from '../../../../src/content/format/edit.js';
import { format, isFormatted, type FormatCommand } from '../../../../src/content/format/format.js';

const commands: readonly FormatCommand[] = ['bold', 'italic', 'bullets', 'numbers', 'link'];

/** Reads `‹selected›` and `|` for a cursor. */
function read(shown: string): Edit {
  const text = shown.replace(/[‹›|]/g, '');
  const start = shown.search(/[‹|]/);
  return { text, start, end: shown.includes('|') ? start : shown.indexOf('›') - 1 };
}

/** Writes what {@link read} reads. */
function show({ text, start, end }: Edit): string {
  const [before, selected, behind] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  return start === end ? `${before}|${behind}` : `${before}‹${selected}›${behind}`;
}

const table: Readonly<Record<string, readonly (readonly [FormatCommand, before: string, after: string])[]>> =
  {
    'selected words': [
      ['bold', 'It is ‹very› warm', 'It is **‹very›** warm'],
      ['bold', 'It is **‹very›** warm', 'It is ‹very› warm'],
      ['bold', 'It is ‹**very**› warm', 'It is ‹very› warm'],
      ['italic', 'It is ‹very› warm', 'It is *‹very›* warm'],
      ['italic', '**‹very›**', '***‹very›***'],
      ['bold', '***‹very›***', '*‹very›*'],
      ['italic', '***‹very›***', '**‹very›**'],
      ['bold', '**not ‹only› this**', 'not ‹only› this'],
      ['italic', '**not ‹only› this**', '**not *‹only›* this**'],
      ['italic', '**not *‹only›* this**', '**not ‹only› this**'],
      ['bold', '‹partly **bold** already›', '**‹partly bold already›**'],
    ],
    'blanks around them': [
      ['bold', 'It is‹ very ›warm', 'It is **‹very›** warm'],
      ['link', 'See‹ here ›', 'See [here](‹https://›) '],
      ['bold', 'a‹  ›b', 'a**|**  b'],
    ],
    'several lines': [
      ['bold', '‹one\n\ntwo›', '**‹one**\n\n**two›**'],
      ['bold', '**‹one**\n\n**two›**', '‹one\n\ntwo›'],
      ['bold', '‹**one**\ntwo›', '**‹one**\n**two›**'],
      ['italic', '‹- one\n- two›', '- *‹one*\n- *two›*'],
    ],
    'a cursor': [
      ['bold', 'un|believable', '**un|believable**'],
      ['bold', '**un|believable**', 'un|believable'],
      ['bold', '**quite un|believable**', 'quite un|believable'],
      ['bold', 'to be |', 'to be **|**'],
      ['bold', 'to be **|**', 'to be |'],
      ['bold', 'to be **bold|**', 'to be **bold**|'],
      ['italic', '**|**', '***|***'],
      ['bold', 'smørbr|ød', '**smørbr|ød**'],
      ['link', 'the man|ual', 'the [manual](‹https://›)'],
      ['link', 'see |', 'see [|](https://)'],
      ['link', '[|](https://)', '|'],
    ],
    'a list': [
      ['bullets', 'I tried\n‹a bulb\na socket›', 'I tried\n‹- a bulb\n- a socket›'],
      ['bullets', 'I tried\n‹- a bulb\n- a socket›', 'I tried\n‹a bulb\na socket›'],
      ['numbers', '‹one\n\ntwo›', '‹1. one\n\n2. two›'],
      ['numbers', '‹- one\n* two\n3) three›', '‹1. one\n2. two\n3. three›'],
      ['bullets', '‹- one\ntwo›', '‹- one\n- two›'],
      ['bullets', '‹one\n›two', '‹- one›\ntwo'],
      ['numbers', '7. seven\nei|ght', '7. seven\n8. ei|ght'],
      ['numbers', '\none|', '\n1. one|'],
      ['bullets', '|', '- |'],
      ['bullets', '- |', '|'],
      ['bullets', '  in|dented', '  - in|dented'],
      ['bullets', '|one', '- |one'],
    ],
    'a link': [
      ['link', 'See ‹the manual›.', 'See [the manual](‹https://›).'],
      ['link', 'See [the manual](‹https://›).', 'See ‹the manual›.'],
      ['link', 'See [the ma|nual](https://example.com).', 'See ‹the manual›.'],
      ['link', '‹https://example.com/a›', '[‹https://example.com/a›](https://example.com/a)'],
      ['link', '‹[sic] a\\b›', '[\\[sic\\] a\\\\b](‹https://›)'],
      ['link', '[\\[sic\\] a\\\\b](‹https://›)', '‹[sic] a\\b›'],
      ['link', '‹one\ntwo›', '[one](‹https://›)\ntwo'],
    ],
  };

describe('format', () => {
  for (const [what, rows] of Object.entries(table))
    describe(what, () => {
      for (const [command, before, after] of rows)
        it(`${command}: ${JSON.stringify(before)}`, () => {
          expect(show(format(read(before), command))).to.equal(after);
        });
    });

  /** Words without anything that markdown would take for itself. */
  const words = fc
    .array(fc.constantFrom('a', 'Zz', 'é', '🧵', '1', '.', ',', '[', ']', '!', ' ', '  ', '\n', '日本'), {
      maxLength: 30,
    })
    .map((pieces) => pieces.join(''))
    .filter((text) => !/^\s*\d+\. /m.test(text));
  /** A place in `text`; a browser never stands between the halves of a character. */
  const place = (text: string, at: number) => {
    const place = at % (text.length + 1);
    return /^[\uDC00-\uDFFF]/.test(text.slice(place)) ? place - 1 : place;
  };
  const editing = (texts: fc.Arbitrary<string>) =>
    fc.tuple(texts, fc.nat(), fc.nat()).map(([text, one, other]): Edit => {
      const [a, b] = [place(text, one), place(text, other)];
      return { text, start: Math.min(a, b), end: Math.max(a, b) };
    });

  it('gives plain words back when it is asked twice', () => {
    fc.assert(
      fc.property(editing(words), fc.constantFrom(...commands), (edit, command) => {
        const once = format(edit, command);
        if (once.text === edit.text) return command === 'bold' || command === 'italic';
        return format(once, command).text === edit.text;
      }),
      { numRuns: 2_000 },
    );
  });

  it('never loses a letter, whatever it is asked and wherever', () => {
    const marks = fc.constantFrom('*', '**', '- ', '1. ', '[', '](', ')', 'a', 'b c', '\n', ' ', '🧵');
    const any = fc.array(marks, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const letters = ({ text }: Edit) => text.replace(/https:\/\/|[^a-c🧵]/gu, '');
    fc.assert(
      fc.property(
        editing(any),
        fc.array(fc.constantFrom<FormatCommand>('bold', 'italic', 'bullets', 'numbers'), { maxLength: 6 }),
        (first, asked) => {
          let edit = first;
          for (const command of asked) {
            const next = format(edit, command);
            expect(letters(next)).to.equal(letters(edit));
            expect(next.start).to.be.within(0, next.end);
            expect(next.end).to.be.at.most(next.text.length);
            edit = next;
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('stays quick with what nobody would write', () => {
    for (const text of ['*a '.repeat(5_000), '*'.repeat(16_000), '[('.repeat(8_000), '*a'.repeat(8_000)]) {
      const begun = performance.now();
      for (const command of commands) format({ text, start: 0, end: text.length }, command);
      isFormatted(text);
      expect(performance.now() - begun).to.be.below(2_000);
    }
  });
});

describe('isFormatted', () => {
  for (const text of ['**a**', 'so *very* warm', '- one', 'a\n12. b', '[a](https://example.com)'])
    it(`sees formatting in ${JSON.stringify(text)}`, () => {
      expect(isFormatted(text)).to.be.true;
    });

  for (const text of [
    '',
    'a',
    '2 * 3 * 4',
    '-5 degrees',
    '- ',
    '1.5 m',
    'a - b',
    '[sic] (so)',
    '****',
    'snake_case',
  ])
    it(`sees none in ${JSON.stringify(text)}`, () => {
      expect(isFormatted(text)).to.be.false;
    });
});
