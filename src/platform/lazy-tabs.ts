import type { Tabs } from '../engine/types.js';
import type { TabsOptions } from './tabs.js';

/**
 * {@link createTabs}, fetched when somebody joins: most pages share no chat between tabs and need none of that code. Where it cannot be had, or the
 * browser lacks what it takes, the chat goes on in this tab alone. Never throws.
 */
export function lazyTabs(options: TabsOptions): Tabs {
  let tabs: Tabs | undefined;
  let alone = false;
  return {
    join(listener) {
      let left = false;
      let leave: (() => void) | undefined;
      const goOnAlone = () => {
        alone = !left;
        if (alone) listener.owned();
      };
      import('./tabs.js').then(({ createTabs }) => {
        if (left) return;
        tabs = createTabs(options);
        if (tabs) leave = tabs.join(listener);
        else goOnAlone();
      }, goOnAlone);
      return () => {
        left = true;
        leave?.();
      };
    },
    post: (message) => tabs?.post(message),
    stillOwned: () => alone || (tabs?.stillOwned() ?? false),
  };
}
