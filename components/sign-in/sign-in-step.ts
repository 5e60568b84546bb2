import type { AuthenticationState } from '../../src/engine/types.js';

/** How far the customer has come on this page. */
export type SignInStep =
  | { readonly phase: 'prompt'; readonly notice?: 'closed' | 'not-cancelled' }
  /** The address of the sign-in page is on its way. */
  | { readonly phase: 'opening' }
  | { readonly phase: 'blocked'; readonly url: string }
  /** The customer is at the sign-in page. */
  | { readonly phase: 'waiting' }
  /** They are back, and the service has the last word. */
  | { readonly phase: 'finishing' }
  | { readonly phase: 'cancelling' }
  | { readonly phase: 'failed'; readonly reason: 'no-page' | 'refused' | 'not-handed' }
  | { readonly phase: 'expired' }
  | { readonly phase: 'cancelled' };

/** Everything that the card can show. */
export type SignInView =
  SignInStep | { readonly phase: 'succeeded' } | { readonly phase: 'failed'; readonly reason: 'for-good' };

/** What to show: the service's word, once it is there, goes before what this page knows. A chat that is over asks for nothing. */
export function viewOf(
  step: SignInStep,
  outcome: AuthenticationState | undefined,
  closed: boolean,
): SignInView {
  switch (outcome) {
    case 'succeeded':
      return { phase: 'succeeded' };
    case 'failed':
      return { phase: 'failed', reason: 'for-good' };
    case 'cancelled':
      return { phase: 'cancelled' };
    case 'timeout':
    case 'expired':
      return { phase: 'expired' };
    default:
      return closed && step.phase !== 'cancelled' ? { phase: 'expired' } : step;
  }
}

/** Whether a failed call of the service or the back end will fail again: it was turned down, not just missed. */
export function isHopeless(error: unknown): boolean {
  const kind = (error as { readonly kind?: unknown } | null | undefined)?.kind;
  return kind === 'refused' || kind === 'forbidden' || kind === 'configuration';
}
