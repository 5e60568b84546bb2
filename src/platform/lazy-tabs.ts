import type { Tabs } from '../engine/types.js';
import type { TabsOptions } from './tabs.js';

type Code = typeof import('./tabs.js');

/**
 * What a browser says of a module that it could not fetch. Some remember that, and are asked for another fragment then, which the server does not see:
 * its length counts the tries: ten at the most.
 */
const namesModule = /module: ([^#]+#{0,9})$/;

/**
 * {@link createTabs}, fetched when somebody joins: most pages share no chat between tabs and need none of that code. Where it cannot be had within half a
 * minute, or the browser lacks what it takes, the chat goes on in this tab alone. Never throws.
 */
export function lazyTabs(options: TabsOptions): Tabs {
  let tabs: Tabs | undefined;
  let alone = false;
  return {
    join(listener) {
      let left = false;
      let leave: (() => void) | undefined;
      const begin = (code?: Code) => {
        if (left) return;
        tabs = code?.createTabs(options);
        if (tabs) leave = tabs.join(listener);
        else {
          alone = true;
          listener.owned();
        }
      };
      const load = (code: Promise<Code>) => {
        code.then(begin, (failure: unknown) => {
          const url = namesModule.exec(failure as string)?.[1];
          if (left || !url) begin();
          else {
            const again = () =>
              load(import(/* webpackIgnore: true */ /* @vite-ignore */ `${url}#`) as Promise<Code>);
            leave = options.clock.schedule(again, options.timings.tabSilenceMs);
          }
        });
      };
      load(import('./tabs.js'));
      return () => {
        left = true;
        leave?.();
      };
    },
    post: (message) => tabs?.post(message),
    stillOwned: () => (tabs ? tabs.stillOwned() : alone),
  };
}
