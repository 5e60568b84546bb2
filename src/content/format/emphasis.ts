import { apply, selectedWords, type Change, type Edit, type Range } from './edit.js';

/** How many asterisks stand on each side: one for italic, two for bold, and three for both. */
export type Marks = 1 | 2;

/** Emphasised words with their asterisks. Bounded, because its time grows with the length of what is not one. */
export const EMPHASIS = /(?<!\*)(\*{1,3})(?=\**[^\s*])([^\n]{1,2000}?)(?<=\S)\1(?!\*)/g;

interface Span extends Range {
  readonly marks: number;
}

/** Makes the selected words bold or italic, or takes it from them when all of them are. */
export function emphasise(edit: Edit, mark: Marks): Edit {
  const { text, start, end } = edit;
  if (start === end) return atCursor(edit, mark);
  const words = selectedWords(edit);
  const found = words.map((one) => {
    const inner = withinMarks(text, one, words.length > 1);
    return { inner, span: spanAround(text, inner, mark) };
  });
  const every = found.every(({ span }) => span);
  return apply(
    text,
    found.map(({ inner, span }): Change => {
      if (span && every) return plain(text, span, mark, inner);
      const { from, to } = inner;
      if (span) return { from, to, words: text.slice(from, to), selected: [0, to - from] };
      return marked(text, inner, mark);
    }),
  );
}

/** In a word it is the word that is meant; elsewhere what is written next. */
function atCursor(edit: Edit, mark: Marks): Edit {
  const { text, start } = edit;
  const cursor = { from: start, to: start };
  const before = /\*+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = /^\*+/.exec(text.slice(start))?.[0].length ?? 0;
  // Nothing has been written between them.
  if (Math.min(before, behind) & mark)
    return apply(text, [{ from: start - mark, to: start + mark, words: '', selected: [0, 0] }]);
  const span = spanAround(text, cursor, mark);
  // Whoever has written the last emphasised word wants to go on without.
  if (span?.to === start) return { text, start: start + span.marks, end: start + span.marks };
  if (span) return apply(text, [plain(text, span, mark, cursor)]);
  const [word] = selectedWords(edit);
  const change = marked(text, word, mark);
  const at = mark + start - word.from;
  return apply(text, [{ ...change, selected: [at, at] }]);
}

/** Without the asterisks at both ends, when they were selected too; of several lines, the first and the last have them at one end only. */
function withinMarks(text: string, { from, to }: Range, either: boolean): Range {
  const words = text.slice(from, to);
  const [before = '', behind = ''] = [/^\*+/.exec(words)?.[0], /\*+$/.exec(words)?.[0]];
  if (before === words) return { from, to };
  const both = either ? Infinity : Math.min(before.length, behind.length);
  return { from: from + Math.min(before.length, both), to: to - Math.min(behind.length, both) };
}

function spanAround(text: string, { from, to }: Range, mark: Marks): Span | undefined {
  const begin = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const end = (text.indexOf('\n', to) + 1 || text.length + 1) - 1;
  return spanIn(text.slice(begin, end), begin, { from, to }, mark);
}

function spanIn(line: string, begin: number, words: Range, mark: Marks): Span | undefined {
  for (const { index, 1: marks = '', 2: content = '' } of line.matchAll(EMPHASIS)) {
    const from = begin + index + marks.length;
    const to = from + content.length;
    if (words.from < from || words.to > to) continue;
    if (marks.length & mark) return { from, to, marks: marks.length };
    return spanIn(content, from, words, mark);
  }
  return undefined;
}

function plain(text: string, { from, to, marks }: Span, mark: Marks, selected: Range): Change {
  const kept = '*'.repeat(marks ^ mark);
  const shift = kept.length - from;
  return {
    from: from - marks,
    to: to + marks,
    words: kept + text.slice(from, to) + kept,
    selected: [selected.from + shift, selected.to + shift],
  };
}

function marked(text: string, { from, to }: Range, mark: Marks): Change {
  const asterisks = '*'.repeat(mark);
  const words = without(text.slice(from, to), mark);
  return { from, to, words: asterisks + words + asterisks, selected: [mark, mark + words.length] };
}

/** What is emphasised in part cannot be so as a whole. */
function without(words: string, mark: Marks): string {
  return words.replace(EMPHASIS, (_, marks: string, content: string) => {
    const kept = '*'.repeat(marks.length & ~mark);
    return kept + without(content, mark) + kept;
  });
}
