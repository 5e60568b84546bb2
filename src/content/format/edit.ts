/** Words with what is selected of them, in UTF-16 units; `start` and `end` are equal where only the cursor stands. */
export interface Edit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What takes the place of a stretch, and what of it is selected afterwards, counted from its beginning. */
export interface Change extends Range {
  readonly words: string;
  readonly selected: readonly [start: number, end: number];
}

/** Makes changes that are in order and do not overlap. All from the first selection to the last is selected then. */
export function apply(text: string, changes: readonly Change[]): Edit {
  let out = '';
  let at = 0;
  let selection: { readonly start: number; readonly end: number } | undefined;
  for (const { from, to, words, selected } of changes) {
    out += text.slice(at, from);
    const [start, end] = [out.length + selected[0], out.length + selected[1]];
    selection = { start: selection?.start ?? start, end };
    out += words;
    at = to;
  }
  return { text: out + text.slice(at), ...(selection ?? { start: 0, end: 0 }) };
}

/** The lines that a selection touches. One at whose very beginning it ends is not among them. */
export function linesOf({ text, start, end }: Edit): readonly Range[] {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const lines: Range[] = [];
  let from = text.lastIndexOf('\n', start - 1) + 1;
  // `lastIndexOf` takes -1 for 0, and a line break there is not before the start.
  if (start === 0) from = 0;
  while (from <= last) {
    const to = (text.indexOf('\n', from) + 1 || text.length + 1) - 1;
    lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

/** What of a line stands before its words: indentation, and the marker of a list. */
export const BEFORE_WORDS = /^(\s*)(?:(?:([-*+])|(\d{1,9})[.)]) )?/;

/**
 * The selected words, line by line, without blanks around them and markers of lists before them. Where there are none, the cursor, or the word that it
 * stands in.
 */
export function selectedWords(edit: Edit): readonly [Range, ...Range[]] {
  const { text, start, end } = edit;
  const [first, ...others] = linesOf(edit).flatMap((line): Range[] => {
    const words = line.from + (BEFORE_WORDS.exec(text.slice(line.from, line.to))?.[0].length ?? 0);
    const [from, to] = [Math.max(start, words), Math.min(end, line.to)];
    const selected = text.slice(from, to);
    const trimmed = selected.trim();
    if (from >= to || trimmed === '') return [];
    const begin = from + selected.indexOf(trimmed);
    return [{ from: begin, to: begin + trimmed.length }];
  });
  return first ? [first, ...others] : [start === end ? wordAt(text, start) : { from: start, to: start }];
}

/** The word around a cursor. At its edge the cursor is meant: somebody is about to write on. */
function wordAt(text: string, at: number): Range {
  const before = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const behind = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(at))?.[0].length ?? 0;
  return before > 0 && behind > 0 ? { from: at - before, to: at + behind } : { from: at, to: at };
}
