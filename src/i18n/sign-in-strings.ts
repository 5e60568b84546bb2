/** The words of the card with which a customer signs in. */
export interface SignInStrings {
  /** Under the title `signIn`. */
  readonly signInText: string;
  readonly signInButton: string;
  readonly signInSkip: string;
  readonly signInOpening: string;
  /** Title while the customer is at the sign-in page. */
  readonly signInWaiting: string;
  readonly signInWaitingText: string;
  readonly signInAgain: string;
  readonly signInCancel: string;
  /** Title when the browser lets no window open. */
  readonly signInBlocked: string;
  readonly signInBlockedText: string;
  /** Link that opens the sign-in page by hand. */
  readonly signInLink: string;
  /** In place of the text when the customer has closed the window, or gone back, too early. */
  readonly signInClosed: string;
  /** Title while the result is being looked at. */
  readonly signInFinishing: string;
  readonly signInCancelling: string;
  readonly signInSucceeded: string;
  readonly signInSucceededText: string;
  readonly signInFailed: string;
  /** The sign-in page could not be had. */
  readonly signInNoPage: string;
  /** The sign-in page reported a problem. */
  readonly signInRefused: string;
  /** The page's back end did not take the result. */
  readonly signInNotHanded: string;
  /** It went wrong for good. */
  readonly signInFailedText: string;
  readonly signInNotCancelled: string;
  readonly signInExpired: string;
  readonly signInExpiredText: string;
  readonly signInCancelled: string;
  readonly signInCancelledText: string;
}

export const signInEnglish: SignInStrings = {
  signInText: 'We need to know that it’s you.',
  signInButton: 'Sign in',
  signInSkip: 'Continue without signing in',
  signInOpening: 'Opening the sign-in page',
  signInWaiting: 'Finish in the other window',
  signInWaitingText: 'We’ll go on here as soon as you’re done.',
  signInAgain: 'Open it again',
  signInCancel: 'Cancel sign-in',
  signInBlocked: 'Your browser stopped the new window',
  signInBlockedText: 'Open the sign-in page with this link.',
  signInLink: 'Open the sign-in page',
  signInClosed: 'You came back before you were done.',
  signInFinishing: 'Checking your sign-in',
  signInCancelling: 'Going on without signing in',
  signInSucceeded: 'You’re signed in',
  signInSucceededText: 'Thank you. You can go on.',
  signInFailed: 'That didn’t work',
  signInNoPage: 'We couldn’t reach the sign-in page.',
  signInRefused: 'The sign-in page reported a problem.',
  signInNotHanded: 'We couldn’t pass your sign-in on.',
  signInFailedText: 'Write a message and we’ll ask again.',
  signInNotCancelled: 'We couldn’t do that. Try again.',
  signInExpired: 'The sign-in ran out of time',
  signInExpiredText: 'Write a message and we’ll ask again.',
  signInCancelled: 'You went on without signing in',
  signInCancelledText: 'Some details can’t be shown.',
};
