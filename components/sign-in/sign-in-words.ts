import type { SignInStrings } from '../../src/i18n/sign-in-strings.js';
import type { Strings } from '../../src/i18n/strings.js';
import type { IconName } from '../icons.js';
import type { SignInView } from './sign-in-step.js';

/** What the customer can do on the card. */
export type SignInAction = 'start' | 'again' | 'skip' | 'cancel' | 'retry' | 'link';

/** What the card says, and what it offers, in the order shown. */
export interface SignInWords {
  readonly title: string;
  readonly text: string;
  /** The text says what went wrong. */
  readonly trouble?: boolean;
  readonly mark: {
    readonly icon: IconName | 'lock' | 'spinner';
    readonly tone: 'accent' | 'quiet' | 'danger' | 'success';
  };
  readonly actions: readonly SignInAction[];
}

/** The card in words. Pure. */
export function wordsOf(view: SignInView, strings: Strings & SignInStrings): SignInWords {
  const busy = { icon: 'spinner', tone: 'accent' } as const;
  switch (view.phase) {
    case 'prompt': {
      const trouble = {
        closed: strings.signInClosed,
        'not-cancelled': strings.signInNotCancelled,
        none: undefined,
      }[view.notice ?? 'none'];
      return {
        title: strings.signIn,
        text: trouble ?? strings.signInText,
        trouble: trouble !== undefined,
        mark: { icon: 'lock', tone: 'accent' },
        actions: ['start', 'skip'],
      };
    }
    case 'opening':
      return { title: strings.signInOpening, text: '', mark: busy, actions: ['cancel'] };
    case 'blocked':
      return {
        title: strings.signInBlocked,
        text: strings.signInBlockedText,
        mark: { icon: 'lock', tone: 'accent' },
        actions: ['link', 'skip'],
      };
    case 'waiting':
      return {
        title: strings.signInWaiting,
        text: strings.signInWaitingText,
        mark: busy,
        actions: ['again', 'cancel'],
      };
    case 'finishing':
      return { title: strings.signInFinishing, text: '', mark: busy, actions: [] };
    case 'cancelling':
      return { title: strings.signInCancelling, text: '', mark: busy, actions: [] };
    case 'failed':
      return {
        title: strings.signInFailed,
        text: {
          'no-page': strings.signInNoPage,
          refused: strings.signInRefused,
          'not-handed': strings.signInNotHanded,
          'for-good': strings.signInFailedText,
        }[view.reason],
        mark: { icon: 'alert', tone: 'danger' },
        actions: view.reason === 'for-good' ? [] : ['retry', 'skip'],
      };
    case 'succeeded':
      return {
        title: strings.signInSucceeded,
        text: strings.signInSucceededText,
        mark: { icon: 'check', tone: 'success' },
        actions: [],
      };
    case 'expired':
      return {
        title: strings.signInExpired,
        text: strings.signInExpiredText,
        mark: { icon: 'clock', tone: 'quiet' },
        actions: [],
      };
    case 'cancelled':
      return {
        title: strings.signInCancelled,
        text: strings.signInCancelledText,
        mark: { icon: 'lock', tone: 'quiet' },
        actions: [],
      };
  }
}
