import type { Entry } from '../../src/engine/types.js';
import type { Action } from './actions.js';
import { calm } from './faults.js';
import type { Tab, World } from './world.js';

const MAX_TABS = 3;
/** A service lets go of a socket whose page has been silent for this long. */
const PATIENCE_MS = 30_000;

/** Makes `action` happen in `world`; what cannot happen there does not. */
export function perform(world: World, action: Action): void {
  const { network, service, random, time } = world;
  const tab = 'tab' in action ? world.tabs[action.tab % Math.max(1, world.tabs.length)] : undefined;
  if ('tab' in action && !tab) return;
  const [contact] = world.living();
  switch (action.type) {
    case 'send':
      return byPerson(tab, (used) => world.send(used));
    case 'discard':
      return byPerson(tab, (used) => {
        const entry = ownEntry(used, ['queued', 'failed']);
        if (!entry) return;
        for (const sent of world.sent) if (sent.text === entry.text) sent.excused = true;
        used.session.send({ type: 'discard-message', key: entry.key });
      });
    case 'retry':
      return byPerson(tab, (used) => {
        const entry = ownEntry(used, ['failed']);
        if (entry) used.session.send({ type: 'retry-message', key: entry.key });
      });
    case 'typing':
      return byPerson(tab, ({ session }) => session.send({ type: 'type' }));
    case 'load-older':
    case 'end':
    case 'start': {
      const { type } = action;
      return byPerson(tab, ({ session }) => session.send({ type }));
    }
    case 'attend':
      return byPerson(tab, ({ session }) => session.send({ type: 'attend', attending: action.attending }));

    case 'agent-says':
      for (let said = 0; contact && said < action.count; said += 1)
        service.write(contact, { role: 'agent', text: world.name('answer') });
      return;
    case 'agent-streams':
      if (contact)
        service.stream(
          contact,
          Array.from({ length: action.pieces }, () => world.name('piece')),
          action.everyMs,
        );
      return;
    case 'agent-joins':
      if (!contact || contact.agents > 2) return;
      contact.agents += 1;
      return void service.write(contact, { role: 'agent', event: 'joined' });
    case 'agent-leaves':
      if (!contact || contact.agents === 0) return;
      contact.agents -= 1;
      return void service.write(contact, { role: 'agent', event: 'left' });
    case 'agent-types':
      return contact && service.typing(contact);
    case 'agent-reads':
      for (const { id, role, kind } of contact?.items ?? [])
        if (contact && role === 'customer' && kind === 'message')
          service.acknowledge(contact, id, random.pick(['delivered', 'read']), `${contact.contactId}-agent`);
      return;
    case 'agent-ends':
      return contact && service.end(contact);
    case 'idle-warning':
      if (contact) service.write(contact, { role: 'customer', event: 'idle' }, false);
      return;

    case 'fault':
      for (let time = 0; time < action.times; time += 1) network.faults.push(action.fault);
      return;
    case 'weather':
      network.weather = action.weather;
      return void time.after(action.forMs, () => (network.weather = calm));
    case 'bad-sockets':
      return void network.badSockets.push(...Array<typeof action.how>(action.times).fill(action.how));
    case 'drop-items':
      network.drops += action.times;
      return;
    case 'cut-sockets':
      return links(world, (link) => link.cut());
    case 'mute-sockets':
      return links(world, (link) => link.mute());
    case 'expire':
      return service.expire(action.what);
    case 'outage':
      network.outage = true;
      if (action.cut) links(world, (link) => link.cut());
      return void time.after(action.forMs, () => (network.outage = false));
    case 'offline':
      world.device.online = false;
      links(world, (link) => link.mute());
      if (action.told) for (const { page } of world.tabs) page.notify('went-offline');
      return void time.after(action.forMs, () => goOnline(world));
    case 'sleep':
      return sleep(world, action.forMs, action.woken);
    case 'set-clock':
      world.device.skewMs = action.skewMs;
      return;

    case 'open-tab':
      if (world.isShared && world.tabs.length < MAX_TABS) world.open();
      return;
    case 'close-tab':
      if (tab && world.tabs.length > 1) world.close(tab, !tab.page.frozen);
      return;
    case 'crash-tab':
      if (tab && world.isShared && world.tabs.length > 1) return world.close(tab, false);
      return tab && refresh(world, tab, false);
    case 'refresh-tab':
      return tab && refresh(world, tab, action.closed && !tab.page.frozen);
    case 'freeze-tab':
      return tab && freeze(world, tab, action.forMs);
    case 'hide-tab':
      return tab && hide(world, tab, action.forMs);
  }
}

/** Everything that held the pages up is over. */
export function wakeEverything(world: World): void {
  world.device.asleep = false;
  for (const tab of world.tabs) {
    thaw(world, tab);
    tab.page.visible = true;
    tab.page.notify('woke');
  }
  goOnline(world);
  world.bus?.changed();
}

/** People use what they can see, and what answers. */
function byPerson(tab: Tab | undefined, act: (tab: Tab) => void): void {
  if (tab && !tab.page.frozen && tab.page.visible) act(tab);
}

function ownEntry({ session }: Tab, deliveries: readonly Entry['delivery'][]): Entry | undefined {
  return session.snapshot.entries.find(
    ({ own, kind, delivery }) => own && kind === 'message' && deliveries.includes(delivery),
  );
}

function links(
  world: World,
  act: (link: World['network']['links'] extends Set<infer L> ? L : never) => void,
) {
  for (const link of [...world.network.links]) act(link);
}

function goOnline(world: World): void {
  if (world.device.online) return;
  world.device.online = true;
  for (const { page } of world.tabs) page.notify('went-online');
}

function refresh(world: World, tab: Tab, politely: boolean): void {
  // Without a record a refresh is the end of the chat, as the page has chosen.
  if (world.schedule.keeping === 'none') return;
  world.close(tab, politely);
  world.time.after(world.random.int(50, 1_500), () => world.open(tab.record));
}

function freeze(world: World, tab: Tab, forMs: number): void {
  if (tab.page.frozen) return;
  tab.page.freeze();
  world.bus?.changed();
  if (forMs > PATIENCE_MS)
    world.time.after(PATIENCE_MS, () => links(world, (link) => link.page === tab.page && link.cut()));
  world.time.after(forMs, () => {
    if (!tab.page.frozen || world.device.asleep) return;
    thaw(world, tab);
    tab.page.notify('woke');
  });
}

function hide(world: World, tab: Tab, forMs: number): void {
  tab.page.visible = false;
  world.time.after(forMs, () => {
    tab.page.visible = true;
    tab.awakeSince = world.time.now;
    tab.page.notify('woke');
    world.bus?.changed();
  });
}

/** The lid is closed: nothing runs, and nothing comes through. */
function sleep(world: World, forMs: number, woken: boolean): void {
  if (world.device.asleep) return;
  for (const { page } of world.tabs) page.freeze();
  world.device.asleep = true;
  if (forMs > PATIENCE_MS) links(world, (link) => (world.random.chance(0.5) ? link.mute() : link.cut()));
  world.time.after(forMs, () => {
    // Healed meanwhile: who is awake does not wake, and nobody jumps the queue for the lock.
    if (!world.device.asleep) return;
    world.device.asleep = false;
    for (const tab of world.tabs) thaw(world, tab);
    world.bus?.wokeTogether();
    if (woken) for (const { page } of world.tabs) page.notify('woke');
  });
}

/** What the network held and what the timers held may come in any order. */
function thaw(world: World, tab: Tab): void {
  if (!tab.page.frozen) return;
  tab.awakeSince = world.time.now;
  tab.page.thaw(world.random.pick([undefined, 'timer', 'network', 'channel']));
}
