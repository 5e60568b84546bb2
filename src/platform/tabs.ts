import type { Tabs } from '../engine/types.js';
import { TabMember, type TabMemberPorts, type TabsSources } from './tab-member.js';

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
  return {
    join(listener) {
      member?.leave();
      const joined = (member = new TabMember(options, locks, sources, listener));
      return () => joined.leave();
    },
    post: (message) => member?.post(message),
    stillOwned: () => member?.stillOwned() ?? false,
  };
}
