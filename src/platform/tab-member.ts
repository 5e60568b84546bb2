import type { Clock, Random, TabsListener, Timings } from '../engine/types.js';
import { TabChannel, type ChannelMessage } from './tab-channel.js';
import { TabLock } from './tab-lock.js';

/** Changes whenever tabs of another version could misunderstand each other: they do not share a chat then. */
const VERSION = 1;

/** What the browser gives for tabs to find each other; passed in so that tests need no real one. */
export interface TabsSources {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
  readonly navigator: { readonly locks?: LockManager };
  readonly BroadcastChannel?: typeof BroadcastChannel;
}

/** What a {@link TabMember} needs. */
export interface TabMemberPorts {
  /** Names the chat. */
  readonly key: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly timings: Pick<Timings, 'tabBeatMs' | 'tabSilenceMs'>;
}

/** One tab's part in a shared chat, from joining to leaving. */
export class TabMember {
  readonly #ports: TabMemberPorts;
  readonly #sources: TabsSources;
  readonly #name: string;
  readonly #listener: TabsListener;
  readonly #lock: TabLock;
  readonly #left = new AbortController();
  /** `alone` owns without a lock, because it may have none. */
  #role: 'away' | 'follower' | 'owner' | 'alone' = 'away';
  #channel: TabChannel | undefined;
  #cancelTimer: (() => void) | undefined;
  /** When this tab last was sure to own the chat. */
  #sureAt = 0;
  #asking: Promise<boolean> | undefined;
  /** Counts the times that this tab has come to own the chat. */
  #ownership = 0;

  constructor(ports: TabMemberPorts, locks: LockManager, sources: TabsSources, listener: TabsListener) {
    this.#ports = ports;
    this.#sources = sources;
    this.#listener = listener;
    this.#name = `connect-chat:${VERSION}:${ports.key}`;
    this.#lock = new TabLock(locks, this.#name, ports.random.id(), {
      granted: () => this.#own('owner'),
      missed: () => this.#listener.lost(),
      stolen: this.#lose,
      unavailable: () => this.#own('alone'),
    });
    const options = { signal: this.#left.signal };
    // A page with a lock, a channel or a socket is not kept for "back".
    sources.window.addEventListener('pagehide', this.#exit, { ...options, capture: true });
    sources.window.addEventListener(
      'pageshow',
      (event) => {
        if ((event as PageTransitionEvent).persisted) this.#enter();
      },
      options,
    );
    sources.document.addEventListener('visibilitychange', () => this.#watch(), options);
    this.#enter();
  }

  /** Releases everything; nothing is told any more. */
  leave(): void {
    this.#left.abort();
    this.#release();
  }

  post(message: unknown): void {
    this.#channel?.send({ type: 'message', message });
  }

  stillOwned(): boolean | Promise<boolean> {
    if (this.#role === 'alone') return true;
    if (this.#role !== 'owner') return false;
    return this.#isSure() || this.#ask();
  }

  #enter(): void {
    if (this.#role !== 'away') return;
    this.#role = 'follower';
    this.#channel = new TabChannel(this.#sources.BroadcastChannel, this.#name, this.#hear);
    this.#lock.take();
    this.#watch();
  }

  readonly #exit = (): void => {
    const owned = this.#role === 'owner' || this.#role === 'alone';
    this.#listener.leaving();
    this.#release();
    if (owned) this.#listener.lost();
  };

  #release(): void {
    this.#role = 'away';
    this.#cancelTimer?.();
    this.#lock.release();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #own(role: 'owner' | 'alone'): void {
    this.#cancelTimer?.();
    this.#role = role;
    this.#ownership += 1;
    this.#asking = undefined;
    this.#sureAt = this.#ports.clock.now();
    if (role === 'owner') this.#beat();
    this.#listener.owned();
  }

  readonly #lose = (): void => {
    this.#role = 'follower';
    this.#lock.queue();
    this.#watch();
    this.#listener.lost();
  };

  readonly #beat = (): void => {
    if (this.#role !== 'owner') return;
    this.#later(this.#beat, this.#ports.timings.tabBeatMs);
    if (!this.#isSure()) {
      // The device slept, or the page was frozen: whoever was looking may own the chat by now.
      void this.#ask();
      return;
    }
    this.#sureAt = this.#ports.clock.now();
    this.#channel?.send({ type: 'beat' });
  };

  /** As long as the others have heard a beat so lately, none of them takes the chat. */
  #isSure(): boolean {
    const age = this.#ports.clock.now() - this.#sureAt;
    return age >= 0 && age <= 2.5 * this.#ports.timings.tabBeatMs;
  }

  #ask(): Promise<boolean> {
    const askedAt = this.#ports.clock.now();
    const ownership = this.#ownership;
    this.#asking ??= this.#lock.isOurs().then((ours) => {
      if (this.#role !== 'owner' || this.#ownership !== ownership) return false;
      this.#asking = undefined;
      if (ours) {
        this.#sureAt = askedAt;
        this.#channel?.send({ type: 'beat' });
      } else this.#lose();
      return ours;
    });
    return this.#asking;
  }

  /** A visible follower takes the chat when the owner falls silent. Nobody misses anything in a hidden one. */
  #watch(): void {
    if (this.#role !== 'follower') return;
    this.#cancelTimer?.();
    if (this.#sources.document.visibilityState !== 'visible') return;
    const { clock, random, timings } = this.#ports;
    // Spread a little, so that of several tabs one comes first and the others hear it.
    const delayMs = timings.tabSilenceMs - random.next() * 0.2 * timings.tabBeatMs;
    const due = clock.now() + delayMs;
    this.#later(() => {
      // A timer this late has slept with its device, and so has the owner: it gets its time again.
      if (clock.now() - due > timings.tabBeatMs) this.#watch();
      else this.#lock.steal();
    }, delayMs);
  }

  #later(callback: () => void, delayMs: number): void {
    this.#cancelTimer = this.#ports.clock.schedule(callback, delayMs);
  }

  readonly #hear = (message: ChannelMessage): void => {
    if (message.type === 'message') {
      this.#listener.heard(message.message);
      return;
    }
    this.#watch();
    // Two that think they own the chat: the lock knows.
    if (this.#role === 'owner') void this.#ask();
  };
}
