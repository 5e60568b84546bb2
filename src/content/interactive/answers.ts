import { record } from './reading.js';
import type { CarouselCard, PageAction, Picker } from './template.js';

/** Content type of the answers that are no words of the customer's. */
export const RESPONSE = 'application/vnd.amazonaws.connect.message.interactive.response';

/** What asks the flow for other options of a picker. Fields that the picker did not have are left out. */
export function pageAnswer({ type, cursor }: Picker, action: PageAction): string {
  const { listId, preIndex, nextIndex, referenceId } = cursor;
  return JSON.stringify({
    version: '1.0',
    action,
    data: { actionName: action, listId, preIndex, nextIndex, templateType: type, referenceId },
  });
}

/** What the customer chose on one card of a carousel. */
export interface CarouselAnswer {
  readonly templateIdentifier: string;
  readonly listTitle: string;
  readonly selectionText: string;
}

/** The answer of a carousel: JSON in a message of plain text. */
export function carouselAnswer({ templateIdentifier, title }: CarouselCard, choice: string): string {
  return JSON.stringify({
    templateIdentifier,
    listTitle: title,
    selectionText: choice,
  } satisfies CarouselAnswer);
}

/** Reads what {@link carouselAnswer} wrote; it is known by its three texts. */
export function readCarouselAnswer(text: string): CarouselAnswer | undefined {
  if (!text.startsWith('{')) return undefined;
  const { templateIdentifier, listTitle, selectionText } = record(text) ?? {};
  return typeof templateIdentifier === 'string' &&
    typeof listTitle === 'string' &&
    typeof selectionText === 'string'
    ? { templateIdentifier, listTitle, selectionText }
    : undefined;
}

/** The same for people: `Plus - Take Plus`, without the dash after a colon, or the choice alone. */
export function carouselWords({ listTitle, selectionText }: CarouselAnswer, titleOmitted: boolean): string {
  if (titleOmitted || listTitle.trim() === '') return selectionText || listTitle;
  return `${listTitle}${/:\s*$/.test(listTitle) ? ' ' : ' - '}${selectionText}`;
}

/** Whether a message of the customer's only asked for other options. */
export function pageActionOf(text: string): PageAction | undefined {
  if (!text.startsWith('{')) return undefined;
  const { action, data } = record(text) ?? {};
  const { actionName } = record(data) ?? {};
  return (action === 'SHOW_MORE' || action === 'PREVIOUS_OPTIONS') && actionName === action
    ? action
    : undefined;
}
