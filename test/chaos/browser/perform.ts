import { setTimeout as delay } from 'node:timers/promises';
import { ControlRefusal } from '../../../demo/emulator/control-client.js';
import type { BrowserAction, BrowserSchedule } from './schedule.js';
import type { Visitor } from './visitor.js';

/** Makes every action happen at its moment, without waiting for those before it, and waits for what they began to end. */
export async function performAll(visitor: Visitor, { actions }: BrowserSchedule): Promise<void> {
  const began = Date.now();
  const running: Promise<void>[] = [];
  for (const action of actions) {
    // The schedule says when; this is no wait for something to have happened.
    await delay(Math.max(0, began + action.atMs - Date.now()));
    const work = perform(visitor, action);
    work.catch(() => undefined);
    running.push(work);
  }
  await Promise.all(running);
}

async function perform(visitor: Visitor, action: BrowserAction): Promise<void> {
  const { control, contactId } = visitor;
  const tabs = visitor.alive();
  const tab = 'tab' in action ? tabs[action.tab % Math.max(1, tabs.length)] : undefined;
  switch (action.type) {
    case 'say':
      if (tab?.usable) visitor.say(tab, action.by);
      return;
    case 'agent-says':
      for (let said = 0; said < action.count; said += 1) await visitor.agentSays();
      return;
    case 'agent-acts':
      await control.agent(contactId, { action: action.action }).catch(allowRefusal);
      return;
    case 'fault':
      await control.addFault(action.fault);
      return;
    case 'expire':
      await control.expire(action.what);
      return;
    case 'offline':
      if (visitor.offline) return;
      await visitor.setOffline(true);
      await delay(action.forMs);
      await goOnline(visitor);
      return;
    case 'open-tab':
      // A page that is not on this device cannot be opened offline.
      if (!visitor.offline && visitor.shared) await visitor.openTab();
      return;
    case 'refresh':
      if (!tab?.usable || visitor.offline) return;
      visitor.load(tab);
      return;
    case 'close-tab':
    case 'crash-tab':
      if (tab && !tab.frozen) await visitor.closeTab(tab, action.type === 'crash-tab');
      return;
    case 'freeze':
      await tab?.freeze(true);
      await delay(action.forMs);
      await tab?.freeze(false);
      return;
    case 'hide':
      await tab?.hide(true);
      await delay(action.forMs);
      await tab?.hide(false);
  }
}

/** Whatever was broken is whole again. */
export async function heal(visitor: Visitor, { actions }: BrowserSchedule): Promise<void> {
  await visitor.control.clearFaults();
  await goOnline(visitor);
  for (const tab of visitor.alive()) {
    await tab.freeze(false);
    await tab.hide(false);
    await tab.idle();
    if (!tab.loaded) visitor.load(tab);
  }
  // What a socket that seems well has swallowed is found with the next socket; in life that is at the renewal.
  const swallowed = actions.some(({ type, ...rest }) => type === 'fault' && isSwallowing(rest));
  if (swallowed) await visitor.control.expire('sockets');
  await Promise.all(visitor.alive().map((tab) => tab.idle()));
  if (visitor.alive().length === 0) await visitor.openTab();
}

async function goOnline(visitor: Visitor): Promise<void> {
  if (!visitor.offline) return;
  await visitor.setOffline(false);
}

const isSwallowing = (action: object) =>
  'fault' in action && (action.fault as { readonly type: string }).type === 'drop-items';

/** A receipt for a message that is not there yet is refused, and that is all there is to it. */
function allowRefusal(error: unknown): void {
  if (!(error instanceof ControlRefusal)) throw error;
}
