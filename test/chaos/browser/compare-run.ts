import type { Browser } from 'playwright-core';
import { setTimeout as delay } from 'node:timers/promises';
import { ControlRefusal } from '../../../demo/emulator/control-client.js';
import { until } from '../../demo/emulator/until.js';
import type { Client } from './client.js';
import type { BrowserAction, BrowserSchedule } from './schedule.js';
import { openStage, type Stage } from './stage.js';

/** How a chat came through a schedule, without the two messages by which it was tried at the end. */
export interface Fate {
  readonly survived: boolean;
  readonly said: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly misordered: number;
  /** From the moment when all was whole to the one when the page showed all; undefined if it never did. */
  readonly recoveryMs: number | undefined;
}

/** Patience after the healing: in life, more than three minutes. */
const RECOVER_WITHIN_MS = 10_000;

/** Puts a client through a schedule of what has nothing to do with pages. */
export async function tryClient(
  browser: Browser,
  schedule: BrowserSchedule,
  open: (stage: Stage) => Promise<Client>,
): Promise<Fate> {
  const stage = await openStage(browser, schedule);
  try {
    const client = await open(stage);
    const trial = new Trial(stage, client);
    await trial.begin();
    await trial.perform(schedule);
    return await trial.heal(schedule);
  } finally {
    await stage.close();
  }
}

class Trial {
  readonly #stage: Stage;
  readonly #client: Client;
  readonly #said: string[] = [];

  constructor(stage: Stage, client: Client) {
    this.#stage = stage;
    this.#client = client;
  }

  async begin(): Promise<void> {
    await this.#control.agent(this.#client.contactId, { action: 'join', displayName: 'Maya' });
    const probes = await this.#probe();
    await until('a chat', () => this.#shows(probes), RECOVER_WITHIN_MS);
  }

  async perform({ actions }: BrowserSchedule): Promise<void> {
    const began = Date.now();
    const running: Promise<void>[] = [];
    for (const action of actions) {
      // The schedule says when; this is no wait for something to have happened.
      await delay(Math.max(0, began + action.atMs - Date.now()));
      const work = this.#act(action);
      work.catch(() => undefined);
      running.push(work);
    }
    await Promise.all(running);
  }

  async heal({ actions }: BrowserSchedule): Promise<Fate> {
    await this.#control.clearFaults();
    await this.#stage.context.setOffline(false);
    // What a socket that seems well has swallowed is found with the next socket, if at all.
    if (actions.some((action) => action.type === 'fault' && action.fault.type === 'drop-items'))
      await this.#control.expire('sockets');
    const healedAt = Date.now();
    const said = [...this.#said];
    const probes = await this.#probe();
    const within = () => Math.max(1, RECOVER_WITHIN_MS - (Date.now() - healedAt));
    const whole = await until('everything', () => this.#shows([...said, ...probes]), within()).catch(
      () => false,
    );
    const recoveryMs = whole ? Date.now() - healedAt : undefined;
    const [view, truth] = [await this.#client.view(), await this.#truth()];
    const both = (text: string) => view.includes(text) && truth.includes(text);
    return {
      survived: probes.every(both),
      said: said.length,
      lost: said.filter((text) => !both(text)).length,
      duplicated: excess(view, said) + excess(truth, said),
      misordered: misplaced(view, truth),
      recoveryMs,
    };
  }

  get #control() {
    return this.#stage.emulator.control;
  }

  async #act(action: BrowserAction): Promise<void> {
    const { contactId } = this.#client;
    switch (action.type) {
      case 'say':
        return this.#client.say(this.#name('own'));
      case 'agent-says':
        for (let said = 0; said < action.count; said += 1) await this.#agentSays();
        return;
      case 'agent-acts':
        await this.#control.agent(contactId, { action: action.action }).catch(allowRefusal);
        return;
      case 'fault':
        await this.#control.addFault(action.fault);
        return;
      case 'expire':
        await this.#control.expire(action.what);
        return;
      case 'offline':
        await this.#stage.context.setOffline(true);
        await delay(action.forMs);
        return this.#stage.context.setOffline(false);
      default:
        throw new Error(`Only a page knows "${action.type}".`);
    }
  }

  /** Both say something that must come through. */
  async #probe(): Promise<readonly string[]> {
    const own = this.#name('own');
    await this.#client.say(own);
    return [own, await this.#agentSays()];
  }

  async #agentSays(): Promise<string> {
    const content = this.#name('other');
    await this.#control.agent(this.#client.contactId, { action: 'message', content });
    return content;
  }

  async #shows(texts: readonly string[]): Promise<boolean> {
    const [view, truth] = [await this.#client.view(), await this.#truth()];
    return texts.every((text) => view.includes(text) && truth.includes(text));
  }

  async #truth(): Promise<readonly string[]> {
    const { transcript } = await this.#control.contact(this.#client.contactId);
    return transcript.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => String(Content));
  }

  #name(who: 'own' | 'other'): string {
    const name = `${who}-${this.#said.length + 1}`;
    this.#said.push(name);
    return name;
  }
}

/** How often too often `texts` occur. */
const excess = (all: readonly string[], texts: readonly string[]) =>
  all.filter((text, at) => texts.includes(text) && all.indexOf(text) !== at).length;

/** How many messages would have to be moved for `view` to stand in the order of `truth`: all but the longest run that is in order. */
function misplaced(view: readonly string[], truth: readonly string[]): number {
  const places = [...new Set(view)].map((text) => truth.indexOf(text)).filter((place) => place >= 0);
  const longest: number[] = [];
  for (const [at, place] of places.entries())
    longest.push(
      1 + Math.max(0, ...longest.filter((_, before) => before < at && (places[before] ?? 0) < place)),
    );
  return places.length - Math.max(0, ...longest);
}

function allowRefusal(error: unknown): void {
  if (!(error instanceof ControlRefusal)) throw error;
}
