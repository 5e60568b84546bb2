import type { Plural } from './format.js';

/** The words of views (step-by-step guides). A page replaces them as it does {@link Strings}. */
export interface ViewStrings {
  /** Title of a view that has none. */
  readonly viewTitle: string;
  readonly viewLoading: string;
  /** A view that cannot be answered any more. */
  readonly viewExpiredTitle: string;
  readonly viewExpiredText: string;
  /** A view that could not be fetched. */
  readonly viewFailed: string;
  readonly viewAnswered: string;
  /** A view that has been left behind. */
  readonly viewUnanswered: string;
  /** Stands for the fields of a form in the customer's own bubble. */
  readonly viewFormSent: string;
  /** Stands for an answer that says nothing more. */
  readonly viewAnswerSent: string;
  /** Above a form with wrong fields. `{count}`. */
  readonly viewProblems: Plural;
  /** `{current}` of `{total}` steps. */
  readonly viewStep: string;
  readonly viewOptional: string;
  /** First line of a list to choose from. */
  readonly viewChoose: string;
  readonly viewNext: string;
  /** Leads from a card's detail back to the cards. */
  readonly viewBack: string;
  readonly viewMore: string;
  readonly viewLinkOpens: string;
  readonly fieldRequired: string;
  readonly fieldChoiceRequired: string;
  readonly fieldNumber: string;
  readonly fieldEmail: string;
  readonly fieldUrl: string;
  readonly fieldTel: string;
  readonly fieldDate: string;
  readonly fieldTime: string;
  /** `{limit}` in these six. */
  readonly fieldMin: string;
  readonly fieldMax: string;
  readonly fieldEarliest: string;
  readonly fieldLatest: string;
  readonly fieldTooShort: string;
  readonly fieldTooLong: string;
  readonly fieldPattern: string;
}

export const viewEnglish: ViewStrings = {
  viewTitle: 'Next step',
  viewLoading: 'Loading',
  viewExpiredTitle: 'This step has expired',
  viewExpiredText: 'Write a message and we’ll send it again.',
  viewFailed: 'This step couldn’t be loaded.',
  viewAnswered: 'Answered',
  viewUnanswered: 'Not answered',
  viewFormSent: 'Form sent',
  viewAnswerSent: 'Answer sent',
  viewProblems: {
    one: 'Please fix one field before you go on.',
    other: 'Please fix {count} fields before you go on.',
  },
  viewStep: 'Step {current} of {total}',
  viewOptional: '(optional)',
  viewChoose: 'Choose',
  viewNext: 'Continue',
  viewBack: 'Back',
  viewMore: 'Show more',
  viewLinkOpens: 'opens in a new tab',
  fieldRequired: 'Fill this in.',
  fieldChoiceRequired: 'Choose an answer.',
  fieldNumber: 'Use a number, such as 12.',
  fieldEmail: 'Use an email address, such as sam@example.com.',
  fieldUrl: 'Use a full web address, such as https://example.com.',
  fieldTel: 'Use a phone number, such as +47 400 00 000.',
  fieldDate: 'Use a date.',
  fieldTime: 'Use a time.',
  fieldMin: 'Use {limit} or more.',
  fieldMax: 'Use {limit} or less.',
  fieldEarliest: 'Use {limit} or later.',
  fieldLatest: 'Use {limit} or earlier.',
  fieldTooShort: 'Use at least {limit} characters.',
  fieldTooLong: 'Use at most {limit} characters.',
  fieldPattern: 'This doesn’t look right. Check it once more.',
};
