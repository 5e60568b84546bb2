import type { BrowserContext } from 'playwright-core';
import type { Control } from '../../../demo/emulator/control-client.js';
import { defaultTimings, type Timings } from '../../../src/engine/types.js';
import { until } from '../../demo/emulator/until.js';
import { keepLedger, type Held } from './page-ledger.js';
import { prepareChat, type ChatSetup } from './page-script.js';
import { SPEED, type BrowserSchedule } from './schedule.js';
import type { Stage } from './stage.js';
import { Tab } from './tab.js';

/** Something that the person has sent. */
export interface Said {
  readonly text: string;
  readonly tab: Tab;
  readonly life: number;
  readonly at: number;
  /** The chat has shown it as its own. */
  shown: boolean;
  /** It was called failed and sent again, behind what was sent after it. */
  retried: boolean;
  /** It need not arrive: its page went before anybody could have kept it. */
  excused: boolean;
}

const MAX_TABS = 3;
const ARRIVE_WITHIN_MS = 30_000;
/** In this time what was sent from a page that is awake must be kept somewhere else than in it. */
const KEPT_WITHIN_MS = 600;
/** What the browser itself needs to take what a page has stored out of its process. */
const STORED_WITHIN_MS = 300;

/** The least of the times within which somebody else must have answered: four visitors share the processors of one machine. */
const leastTimings: Partial<Timings> = {
  requestTimeoutMs: 1_500,
  socketOpenTimeoutMs: 1_000,
  subscribeRetryMs: 150,
  socketCheckMs: 250,
  tabBeatMs: 200,
  tabSilenceMs: 600,
};

/** The element's times, `speed` times shorter. */
export function fasterTimings(speed = SPEED): Timings {
  const entries = Object.entries(defaultTimings) as [keyof Timings, number][];
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      // A count of tries is no time.
      name === 'subscribeTries' ? value : Math.max(value / speed, leastTimings[name] ?? 0),
    ]),
  ) as unknown as Timings;
}

/** A person with a browser, and the agent they talk to. */
export class Visitor {
  readonly context: BrowserContext;
  readonly control: Control;
  readonly said: Said[] = [];
  readonly agentSaid: string[] = [];
  tabs: Tab[] = [];
  contactId = '';
  offline = false;
  /** What the first page held when all was well. */
  held: Held | undefined;
  readonly #stage: Stage;
  readonly #storage: BrowserSchedule['storage'];
  #numbers = 0;
  #turn: Promise<void> = Promise.resolve();

  private constructor(stage: Stage, storage: BrowserSchedule['storage']) {
    this.#stage = stage;
    this.#storage = storage;
    this.context = stage.context;
    this.control = stage.emulator.control;
  }

  /** A visitor who has just begun a chat by saying something. */
  static async come(stage: Stage, storage: BrowserSchedule['storage'], speed = SPEED): Promise<Visitor> {
    const visitor = new Visitor(stage, storage);
    const setup: ChatSetup = { storage, timings: fasterTimings(speed) };
    await stage.context.addInitScript(keepLedger);
    await stage.context.addInitScript(prepareChat, setup);
    await visitor.openTab();
    visitor.say(visitor.tab, 'method');
    await visitor.tab.idle();
    const { contacts } = visitor.control;
    visitor.contactId = await until(
      'a contact',
      async () => (await contacts())[0]?.contactId,
      ARRIVE_WITHIN_MS,
    );
    return visitor;
  }

  /** A visitor in the middle of a chat: both have said something. */
  static async arrive(stage: Stage, storage: BrowserSchedule['storage'], speed = SPEED): Promise<Visitor> {
    const visitor = await Visitor.come(stage, storage, speed);
    await visitor.control.agent(visitor.contactId, { action: 'join', displayName: 'Maya' });
    await visitor.agentSays();
    const talks = async () => (await visitor.tab.look()).messages.length === 2;
    await until('a chat', talks, ARRIVE_WITHIN_MS);
    visitor.held = (await visitor.tab.look()).held;
    return visitor;
  }

  /** The tab that has been open the longest. */
  get tab(): Tab {
    const [tab] = this.tabs;
    if (!tab) throw new Error('There is no tab.');
    return tab;
  }

  /** A browser opens and closes one tab at a time. */
  openTab(): Promise<void> {
    return this.#inTurn(() => this.#open());
  }

  /** Goes to the page in `tab`, also when it is there already. */
  load(tab: Tab): void {
    this.leave(tab, false);
    tab.do(() => tab.load(`${this.#stage.emulator.origin}/test/blank.html`));
  }

  /** The person writes and sends. */
  say(tab: Tab, by: 'composer' | 'method'): void {
    tab.do(async () => {
      // Meanwhile it may have been covered.
      if (!tab.usable) return;
      const text = this.#name('c');
      const { life } = tab;
      const said: Said = { text, tab, life, at: Date.now(), shown: false, retried: false, excused: false };
      this.said.push(said);
      try {
        const shown = await tab.send(text, by);
        said.shown = shown ?? false;
        said.excused = shown === undefined;
      } catch (error) {
        // Whether it was sent before the page went nobody knows.
        said.excused = true;
        throw error;
      }
    });
  }

  /** The agent writes; the answer is what. */
  async agentSays(): Promise<string> {
    const text = this.#name('a');
    this.agentSaid.push(text);
    await this.control.agent(this.contactId, { action: 'message', content: text });
    return text;
  }

  /** What people do meanwhile: they send again what is said to have failed, and read on. */
  async care(): Promise<void> {
    for (const tab of this.tabs) {
      const again = await tab.care();
      for (const said of this.said) if (again.includes(said.text)) said.retried = true;
    }
  }

  /** Whether the tabs share the chat. */
  get shared(): boolean {
    return this.#storage === 'local';
  }

  /** The page in `tab` goes, and what only it knew goes with it. */
  leave(tab: Tab, crashed: boolean): void {
    const now = Date.now();
    for (const said of this.said) {
      const age = now - said.at;
      const mine = said.tab === tab && said.life === tab.life;
      const unkept = !said.shown && (!tab.usable || now - Math.max(said.at, tab.awakeSince) < KEPT_WITHIN_MS);
      if ((mine && unkept) || (crashed && age < STORED_WITHIN_MS)) said.excused = true;
    }
  }

  /** Takes the visitor's device off the network, or puts it back. */
  setOffline(offline: boolean): Promise<void> {
    this.offline = offline;
    return this.#inTurn(() => this.context.setOffline(offline));
  }

  /** Closes `tab`, or lets it crash. Whoever has closed the last tab opens another. */
  closeTab(tab: Tab, crash: boolean): Promise<void> {
    return this.#inTurn(async () => {
      // What a tab keeps for itself goes with it: that would be the end, as the page has chosen.
      if (!this.shared || !this.alive().includes(tab)) return;
      // Nor does a browser close what it is still opening.
      await tab.idle();
      this.leave(tab, crash);
      this.tabs = this.tabs.filter((one) => one !== tab);
      await (crash ? tab.crash() : tab.page.close());
      if (this.tabs.length === 0 && !this.offline) await this.#open();
    });
  }

  /** Tabs that another tab's crash has not taken along. */
  alive(): readonly Tab[] {
    for (const tab of this.tabs) if (tab.gone) this.leave(tab, true);
    this.tabs = this.tabs.filter(({ gone }) => !gone);
    return this.tabs;
  }

  async #open(): Promise<void> {
    if (this.tabs.length >= MAX_TABS) return;
    const tab = new Tab(await this.context.newPage());
    this.tabs.push(tab);
    this.load(tab);
    await tab.idle();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #name(who: 'a' | 'c'): string {
    return `${who}-${(this.#numbers += 1)}`;
  }
}
