import { apply, selectedWords, type Edit } from './edit.js';

/** A link with its words and its address. */
export const LINK = /\[((?:[^\\[\]\n]|\\.)*)\]\(([^()\s]*)\)/g;

const ADDRESS = /^https?:\/\/[^\s()<>]+$/i;

/** What stands for an address until somebody has written one. */
const BEGUN = 'https://';

/** Makes a link of the selected words and selects where its address belongs, or makes words of the link that the selection is in. */
export function link(edit: Edit): Edit {
  const { text, start, end } = edit;
  for (const { index, 0: all, 1: words = '' } of text.matchAll(LINK)) {
    const to = index + all.length;
    const within = start >= index && end <= to;
    // A cursor beside a link is not in it.
    if (!within || (start === end && (start === index || end === to))) continue;
    const label = words.replace(/\\([\\[\]])/g, '$1');
    return apply(text, [{ from: index, to, words: label, selected: [0, label.length] }]);
  }
  const [{ from, to }] = selectedWords(edit);
  const chosen = text.slice(from, to);
  const label = chosen.replace(/[\\[\]]/g, '\\$&');
  const address = ADDRESS.test(chosen) ? chosen : BEGUN;
  const inAddress = label !== '' && address === BEGUN;
  const at = inAddress ? label.length + 3 : 1;
  const length = inAddress ? BEGUN.length : label.length;
  return apply(text, [{ from, to, words: `[${label}](${address})`, selected: [at, at + length] }]);
}
