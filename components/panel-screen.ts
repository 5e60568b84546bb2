import type { Snapshot } from '../src/engine/types.js';

/** What fills the panel between header and composer. */
export type PanelScreen = 'welcome' | 'conversation' | 'error' | 'ended';

/** What the panel shows for a snapshot. */
export function screenOf({ session, entries }: Snapshot): PanelScreen {
  switch (session.phase) {
    case 'failed':
      return 'error';
    case 'ended':
      return 'ended';
    case 'idle':
      return entries.length === 0 ? 'welcome' : 'conversation';
    default:
      return 'conversation';
  }
}

/** Whether the service has still to hear that the customer leaves. Once it has, a disconnect flow may have something to ask. */
export function isEnding({ ending, outbox }: Snapshot): boolean {
  return ending && outbox.some(({ type }) => type === 'end');
}

/** Whether there is a chat that the customer could still ask to end. */
export function canEnd(snapshot: Snapshot): boolean {
  return !isEnding(snapshot) && screenOf(snapshot) === 'conversation' && snapshot.session.phase !== 'idle';
}

/** Whether more could be fetched now from before the first entry. */
export function historyOf({ session, history }: Snapshot): Snapshot['history'] {
  if (session.phase === 'connected') return history;
  // Over: what is here is all there will be.
  return session.phase === 'ended' ? 'complete' : 'unknown';
}

/** Whether the chat is on its way and nobody can have answered yet. */
export function isStarting({ session }: Snapshot): boolean {
  return session.phase === 'starting' || (session.phase === 'connecting' && session.attempt === 0);
}
