import { Session } from '../../src/engine/session.js';
import { announcements, toPublicState } from '../../src/public-events.js';
import { defaultTimings, type TabsListener } from '../../src/engine/types.js';
import { FakeTransport } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';

/** A session that follows another tab, and what it hears from there. Whatever a subscriber of it would throw is thrown. */
export function followingSession(): {
  readonly session: Session;
  readonly heard: (message: unknown) => void;
} {
  const listeners: TabsListener[] = [];
  const session = new Session({
    transport: new FakeTransport().transport,
    clock: new ManualClock(),
    random: { next: () => 0.5, id: () => 'follower' },
    online: { isOnline: () => true, watch: () => () => undefined },
    timings: defaultTimings,
    tabs: {
      join: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
      post: () => undefined,
      stillOwned: () => false,
    },
    report: (error) => {
      throw error;
    },
  });
  // What the element makes of each change.
  session.subscribe((next, previous) => {
    toPublicState(next);
    announcements(previous, next, (code) => code);
  });
  for (const listener of listeners) listener.lost();
  return { session, heard: (message) => listeners.forEach((listener) => listener.heard(message)) };
}
