import type { Strings } from './strings.js';

/** The words for formatting, which come with the first opening of its tools. */
export interface FormatStrings {
  readonly bold: string;
  readonly italic: string;
  readonly bullets: string;
  readonly numbers: string;
  readonly link: string;
}

export const formatEnglish: FormatStrings = {
  bold: 'Bold',
  italic: 'Italic',
  bullets: 'Bulleted list',
  numbers: 'Numbered list',
  link: 'Link',
};

/** The page's own words, and ours for what it leaves out. */
export function formatWords(strings: Strings & Partial<FormatStrings>): FormatStrings {
  return { ...formatEnglish, ...strings };
}
