import { apply, BEFORE_WORDS, linesOf, type Change, type Edit } from './edit.js';

/** Bullets or numbers before each line. */
export type ListKind = 'bullets' | 'numbers';

/** A line that belongs to a list. */
export const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)]) \s*\S/m;

/** Makes the selected lines the items of a list, or plain lines again when all of them are. Empty lines among them stay out of it. */
export function list(edit: Edit, kind: ListKind): Edit {
  const { text, start, end } = edit;
  const touched = linesOf(edit).map(({ from, to }) => {
    const [before = '', indent = '', bullet, number] = BEFORE_WORDS.exec(text.slice(from, to)) ?? [];
    const is: ListKind | undefined = bullet ? 'bullets' : number ? 'numbers' : undefined;
    return { from, to, indent, is, words: text.slice(from + before.length, to) };
  });
  const written = touched.filter(({ words, is }) => is !== undefined || words.trim() !== '');
  const lines = written.length > 0 ? written : touched.slice(0, 1);
  const every = lines.every(({ is }) => is === kind);
  const next = numberBefore(text, lines[0]?.from ?? 0) + 1;
  return apply(
    text,
    lines.map(({ from, to, indent, words }, index): Change => {
      const marker = every ? '' : kind === 'bullets' ? '- ' : `${next + index}. `;
      const line = indent + marker + words;
      // The cursor stays where it was among the words.
      const cursor = line.length - Math.min(words.length, to - start);
      return { from, to, words: line, selected: start === end ? [cursor, cursor] : [0, line.length] };
    }),
  );
}

/** The number of the item above, which the list goes on from. */
function numberBefore(text: string, from: number): number {
  if (from === 0) return 0;
  const above = text.slice(text.lastIndexOf('\n', from - 2) + 1, from - 1);
  return Number(BEFORE_WORDS.exec(from === 1 ? '' : above)?.[3] ?? 0);
}
