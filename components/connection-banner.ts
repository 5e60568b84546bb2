import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scheduleWithTimeout, type Schedule } from '../src/controllers/schedule.js';
import type { SessionState } from '../src/engine/types.js';

/** What the line under the header says about the connection. */
export type ConnectionNotice = 'offline' | 'reconnecting' | 'restored';

/** How long a lost connection is nobody's business. */
export const QUIET_MS = 2_000;

/** How long the good news stays. */
export const GOOD_NEWS_MS = 4_000;

/** What to show now, and what to show instead after a while in which the connection has not changed. */
export interface NoticePlan {
  readonly now: ConnectionNotice | undefined;
  readonly later?: { readonly delayMs: number; readonly notice: ConnectionNotice | undefined };
}

/** How the connection stands, as far as the reader cares. */
export type ConnectionHealth = 'good' | 'reconnecting' | 'offline' | 'none';

/** The first connection of a chat is not trouble: the conversation itself says that it is starting. */
export function healthOf(state: SessionState): ConnectionHealth {
  switch (state.phase) {
    case 'connected':
      return 'good';
    case 'offline':
      return 'offline';
    case 'waiting-to-retry':
      return 'reconnecting';
    case 'connecting':
      return state.attempt > 0 ? 'reconnecting' : 'none';
    case 'idle':
    case 'starting':
    case 'failed':
    case 'ended':
      return 'none';
  }
}

/** What the line does when the health of the connection becomes `health` while it shows `shown`. */
export function planNotice(shown: ConnectionNotice | undefined, health: ConnectionHealth): NoticePlan {
  const told = shown === 'offline' || shown === 'reconnecting';
  switch (health) {
    case 'offline':
      return { now: 'offline' };
    case 'reconnecting':
      if (told) return { now: 'reconnecting' };
      return { now: undefined, later: { delayMs: QUIET_MS, notice: 'reconnecting' } };
    case 'good':
      if (!told) return { now: undefined };
      return { now: 'restored', later: { delayMs: GOOD_NEWS_MS, notice: undefined } };
    case 'none':
      return { now: undefined };
  }
}

/** Keeps the line under the header in step with the connection, and updates its host when the line changes. */
export class ConnectionBannerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #schedule: Schedule;
  #health: ConnectionHealth = 'none';
  #notice: ConnectionNotice | undefined;
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, schedule: Schedule = scheduleWithTimeout) {
    this.#host = host;
    this.#schedule = schedule;
    host.addController(this);
  }

  /** What to show; `undefined` for nothing. */
  get notice(): ConnectionNotice | undefined {
    return this.#notice;
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  /** Takes the session as it stands. Call it whenever it may have changed, before rendering. */
  follow(state: SessionState): void {
    const health = healthOf(state);
    if (health === this.#health) return;
    this.#health = health;
    this.#cancel?.();
    const { now, later } = planNotice(this.#notice, health);
    this.#notice = now;
    if (later === undefined) return;
    this.#cancel = this.#schedule(() => {
      this.#notice = later.notice;
      this.#host.requestUpdate();
    }, later.delayMs);
  }
}
