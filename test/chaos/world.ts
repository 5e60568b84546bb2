import { Session } from '../../src/engine/session.js';
import { defaultTimings, type Entry, type Snapshot, type Store } from '../../src/engine/types.js';
import type { Schedule } from './actions.js';
import { Network } from './network.js';
import { Page, type Device } from './page.js';
import { createPageTransport } from './page-transport.js';
import { Prng } from './prng.js';
import { Service } from './service.js';
import { TabBus } from './tab-bus.js';
import { Witness } from './witness.js';
import { VirtualTime } from './virtual-time.js';

/** A page with its chat. */
export interface Tab {
  readonly page: Page;
  readonly session: Session;
  /** Name of the record that it keeps. */
  readonly record: string;
  /** True time since which the person could see it work. */
  awakeSince: number;
}

/** Something that the person has sent. */
export interface Sent {
  readonly text: string;
  readonly tab: Tab;
  readonly at: number;
  readonly contactId: string | undefined;
  /** It need not arrive: it was discarded, or its page went before anybody could have kept it. */
  excused: boolean;
}

/** In this time whatever was sent from a page that is awake must be kept somewhere else than in it. */
const KEPT_WITHIN_MS = 6_000;

/** The device, its pages, the network, the service and the person. */
export class World {
  readonly time = new VirtualTime();
  readonly random: Prng;
  readonly device: Device;
  readonly service: Service;
  readonly network: Network;
  readonly bus: TabBus | undefined;
  readonly witness: Witness;
  readonly schedule: Schedule;
  readonly violations = new Set<string>();
  readonly sent: Sent[] = [];
  tabs: Tab[] = [];
  readonly #records = new Map<string, string>();
  #names = 0;

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    this.random = new Prng(schedule.seed ^ 0x5eed);
    this.device = { online: true, asleep: false, skewMs: schedule.skewMs };
    this.service = new Service(this.time, this.random, schedule.pageSize, schedule.marksUnfinished);
    this.service.lifetimeMs = schedule.lifetimeMs;
    this.network = new Network(this.time, this.random, this.device, this.service);
    this.bus = schedule.keeping === 'site' ? new TabBus(this.time, this.random) : undefined;
    this.witness = new Witness(this.bus, this.isShared);
  }

  /** Whether several pages have the chat. */
  get isShared(): boolean {
    return this.schedule.keeping === 'site' || this.schedule.keeping === 'apart';
  }

  /** Opens a page; `record` is the one of the page that was there before. */
  open(record = this.isShared ? 'site' : this.name('record')): Tab {
    const page = new Page(this.name('page'), this.time, this.device);
    const session = new Session({
      transport: createPageTransport(this.network, page, this.witness),
      clock: page.clock,
      random: { next: () => this.random.next(), id: () => this.name('id') },
      online: page.online,
      timings: defaultTimings,
      store: this.schedule.keeping === 'none' ? undefined : this.#store(record),
      tabs: this.bus?.portOf(page),
      report: (error) => this.violations.add(`a listener threw: ${String(error)}`),
    });
    const tab: Tab = { page, session, record, awakeSince: this.time.now };
    this.tabs.push(tab);
    if (this.device.asleep) page.freeze();
    session.subscribe((snapshot) => this.#watch(snapshot));
    return tab;
  }

  /** The page goes; what only it knew of goes with it. */
  close(tab: Tab, politely: boolean): void {
    const responsive = !tab.page.frozen && tab.page.visible;
    for (const sent of this.sent.filter((one) => one.tab === tab && !this.#isKept(one.text))) {
      const waited = this.time.now - Math.max(sent.at, tab.awakeSince);
      if (!responsive || waited < KEPT_WITHIN_MS) sent.excused = true;
    }
    // Pages that cannot talk to each other write over each other's record: what has not arrived may be gone.
    if (this.schedule.keeping === 'apart')
      for (const sent of this.sent) if (sent.tab === tab && !this.#hasArrived(sent.text)) sent.excused = true;
    if (politely) tab.session.close();
    tab.page.die();
    this.bus?.forget(tab.page);
    for (const link of [...this.network.links]) if (link.page === tab.page) link.abandoned();
    this.tabs = this.tabs.filter((one) => one !== tab);
  }

  /** The person writes and sends. */
  send(tab: Tab): void {
    const { session } = tab.session.snapshot;
    if (session.phase === 'ended') return;
    const text = this.name('words');
    const contactId = 'contact' in session ? session.contact.contactId : undefined;
    this.sent.push({ text, tab, at: this.time.now, contactId, excused: false });
    tab.session.send({ type: 'send-message', text, contentType: 'text/plain' });
  }

  /** Contacts that have not ended. */
  living() {
    return [...this.service.contacts.values()].filter(({ ended }) => !ended);
  }

  name(what: string): string {
    return `${what}-${(this.#names += 1)}`;
  }

  #store(record: string): Store {
    return {
      read: () => {
        const json = this.#records.get(record);
        return json === undefined ? undefined : (JSON.parse(json) as unknown);
      },
      write: (chat) => this.#records.set(record, JSON.stringify(chat)),
      clear: () => this.#records.delete(record),
    };
  }

  #isKept(text: string): boolean {
    const quoted = JSON.stringify(text);
    return [...this.#records.values()].some((json) => json.includes(quoted)) || this.#hasArrived(text);
  }

  #hasArrived(text: string): boolean {
    return [...this.service.contacts.values()].some(({ items }) => items.some((item) => item.text === text));
  }

  /** What must hold at every moment. */
  #watch({ session, entries }: Snapshot): void {
    if (session.phase === 'ended' && !this.service.contacts.get(session.contact.contactId)?.ended)
      this.violations.add('given up: a chat was called over while its contact lived');
    const twice = duplicate(entries);
    if (twice !== undefined) this.violations.add(`shown twice: ${twice}`);
  }
}

function duplicate(entries: readonly Entry[]): string | undefined {
  const seen = new Set<string>();
  for (const { kind, text, id, key } of entries) {
    const mark = kind === 'message' ? text : (id ?? key);
    if (seen.has(mark)) return kind === 'message' && text.startsWith('words') ? 'an own message' : kind;
    seen.add(mark);
  }
  return undefined;
}
