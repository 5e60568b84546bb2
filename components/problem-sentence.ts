import type { Problem } from '../src/engine/types.js';
import type { Strings } from '../src/i18n/strings.js';

/**
 * A problem in a sentence for people. What the site itself says about being closed goes before our own words, because
 * it knows when it opens again.
 */
export function problemSentence({ code, detail }: Problem, strings: Strings): string {
  if (code === 'start-chat/unavailable' && detail !== undefined && detail.trim() !== '') return detail;
  return strings.errors[code] ?? strings.errorUnknown;
}
