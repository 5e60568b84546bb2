import { kitOf } from '../components/card-kits.js';
import type { Entry } from './engine/types.js';

/** Content type of answers to cards. */
export const RESPONSE = 'application/vnd.amazonaws.connect.message.interactive.response';

/**
 * `text` as the answer to a view (step-by-step guide), if one is the last thing that was said: the flow then takes its branch for whatever is
 * none of the view's actions (Amazon Connect administrator guide, "Flow block: Show view"). An empty action would be refused.
 */
export function typedAnswer(entries: readonly Entry[], text: string): string | undefined {
  const last = entries.findLast(({ kind, delivery }) => kind !== 'event' && delivery !== 'failed');
  if (!last || last.own || last.past || kitOf(last) !== 'view') return undefined;
  return JSON.stringify({
    templateType: 'ViewResource',
    version: '1.0',
    action: ' ',
    data: { content: text },
  });
}
