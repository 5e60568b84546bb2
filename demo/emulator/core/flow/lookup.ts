import type { Speaker, Step } from './step.js';

/** Words with which people ask to be shown something. */
const asking = new Set(['show', 'me', 'a', 'an', 'the', 'please']);

/** What a speaker answers to a text: the entry whose words it consists of, else the first with a word that is in it. */
export function lookUp(speaker: Speaker, text: string): readonly Step[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = ` ${words.join(' ')} `;
  const rest = words.filter((word) => !asking.has(word)).join(' ');
  const isAll = (phrase: string) => phrase === rest || phrase === words.join(' ');
  const answer =
    speaker.answers.find((one) => one.words.some(isAll)) ??
    speaker.answers.find((one) => !one.alone && one.words.some((phrase) => all.includes(` ${phrase} `)));
  return answer?.steps ?? speaker.fallback;
}
