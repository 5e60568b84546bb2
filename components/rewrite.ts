import type { Edit } from '../src/content/format/edit.js';

/** Old, and the only command that a browser's own undo knows of. */
interface Typist {
  execCommand?(command: 'insertText' | 'delete', interface_: false, text?: string): boolean;
}

/**
 * Makes the focused `field` hold an edit as if somebody had typed what is different, so that it can be undone like anything typed. The field says so
 * with an `input` event.
 */
export function rewrite(field: HTMLTextAreaElement, { text, start, end }: Edit): void {
  const before = field.value;
  if (before !== text) {
    const shorter = Math.min(before.length, text.length);
    let from = 0;
    while (from < shorter && before[from] === text[from]) from += 1;
    let behind = 0;
    while (behind < shorter - from && before.at(-1 - behind) === text.at(-1 - behind)) behind += 1;
    const words = text.slice(from, text.length - behind);
    field.setSelectionRange(from, before.length - behind);
    if (!type(words) || field.value !== text) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  field.setSelectionRange(start, end);
}

function type(words: string): boolean {
  const typist: Typist = document;
  return words === ''
    ? (typist.execCommand?.('delete', false) ?? false)
    : (typist.execCommand?.('insertText', false, words) ?? false);
}
