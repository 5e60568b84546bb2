import type { Tabs } from '../engine/types.js';
import type { TabMember, TabMemberPorts, TabsSources } from './tab-member.js';

/** What {@link createTabs} needs. */
export type TabsOptions = TabMemberPorts;

/**
 * The tabs that share the chat named `key`: the one that holds a web lock owns it, and tells the others over a broadcast channel that it is alive.
 * Undefined where the browser has no such locks or channels, as on plain http pages: each tab then has a socket of its own.
 *
 * Whoever joins is told one of the two: `owned`, or `lost` when another tab owns the chat already. A page that is left (`pagehide`) loses the chat,
 * and joins again when it is shown from the back/forward cache. Never throws.
 */
export function createTabs(options: TabsOptions, sources: TabsSources = globalThis): Tabs | undefined {
  const { locks } = sources.navigator;
  if (!locks || !sources.BroadcastChannel) return undefined;
  let member: TabMember | undefined;
  let alone = false;
  return {
    join(listener) {
      member?.leave();
      let left = false;
      let joined: TabMember | undefined;
      // Most pages share no chat between tabs and need none of this code.
      import('./tab-member.js').then(
        ({ TabMember: Member }) => {
          if (!left) joined = member = new Member(options, locks, sources, listener);
        },
        () => {
          // Without it the chat goes on here, as on plain http pages.
          alone = !left;
          if (alone) listener.owned();
        },
      );
      return () => {
        left = true;
        joined?.leave();
      };
    },
    post: (message) => member?.post(message),
    stillOwned: () => alone || (member?.stillOwned() ?? false),
  };
}
