import { linkify } from '../linkify.js';
import { linkAddress } from './reading.js';

/** A piece of a title or subtitle. */
export interface Run {
  readonly text: string;
  readonly style?: 'strong' | 'em';
  readonly href?: string;
  /** Where the link opens, if its author said so. */
  readonly target?: '_self' | '_parent' | '_top' | '_blank';
}

// Every repetition is bounded and none holds what ends it, so that each character is looked at a bounded number of times.
const MARKS =
  /\[([^[\]\n]{1,500})\]\(([^()\s]{1,1000})\)(?:<!-- ?rehype:target=(_self|_parent|_top|_blank) ?-->)?|\*\*([^*\n]{1,500})\*\*|\*([^*\s][^*\n]{0,500})\*/g;

/**
 * The markdown that titles and subtitles may have: bold, italic, and links that may name where they open. Everything
 * else is text; addresses in it become links.
 */
export function inlineRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, label, url, target, strong, em] = match;
    const href = linkAddress(url);
    if (label !== undefined && href === undefined) continue;
    runs.push(...linkify(text.slice(end, match.index)));
    if (href !== undefined)
      runs.push({
        text: label ?? href,
        href,
        ...(target && { target: target as Exclude<Run['target'], undefined> }),
      });
    else
      runs.push(strong === undefined ? { text: em ?? '', style: 'em' } : { text: strong, style: 'strong' });
    end = match.index + whole.length;
  }
  return [...runs, ...linkify(text.slice(end))];
}

/** The same without the marks, for names and lines without room. */
export function inlineText(text: string): string {
  return inlineRuns(text)
    .map((run) => run.text)
    .join('');
}
