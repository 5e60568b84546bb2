import type { Tabs, TabsListener } from '../../src/engine/types.js';
import type { Page } from './page.js';
import type { Prng } from './prng.js';
import type { VirtualTime } from './virtual-time.js';

const SILENCE_MS = 3_000;

interface Member {
  readonly page: Page;
  readonly listener: TabsListener;
  readonly arrivals: Map<Member, number>;
  joined: boolean;
  /** True time at which it was last told that it owns the chat. */
  ownedAt: number;
}

/**
 * A model of what browsers give the tabs of one origin: a lock that one of them holds, a queue behind it that a visible tab may jump when the holder
 * is silent, and a channel on which everybody hears everybody else, in the order of each sender.
 */
export class TabBus {
  readonly #time: VirtualTime;
  readonly #random: Prng;
  /** Everybody on the channel. */
  readonly #channel = new Set<Member>();
  /** The holder of the lock is the first; the others wait in order. */
  #members: Member[] = [];

  constructor(time: VirtualTime, random: Prng) {
    this.#time = time;
    this.#random = random;
  }

  /** Whether `page` is the one that owns the chat, whatever it believes itself. */
  isOwner(page: Page): boolean {
    return this.#members[0]?.page === page;
  }

  portOf(page: Page): Tabs {
    const mine = () => [...this.#channel].find((member) => member.page === page);
    return {
      join: (listener) => {
        const member: Member = { page, listener, arrivals: new Map(), joined: true, ownedAt: 0 };
        this.#channel.add(member);
        this.#soon(() => this.#enter(member));
        return () => this.#leave(member);
      },
      post: (message) => {
        const sender = mine();
        if (!sender) return;
        // As the browser does: what cannot be cloned throws at once.
        const copy: unknown = structuredClone(message);
        for (const receiver of this.#channel) if (receiver !== sender) this.#carry(sender, receiver, copy);
      },
      stillOwned: () => {
        const sleptLately = page.thawedAt > (mine()?.ownedAt ?? 0) && this.#time.now - page.thawedAt < 2_500;
        if (!sleptLately) return this.isOwner(page);
        return new Promise((resolve) =>
          page.later(this.#random.int(1, 10), () => resolve(this.isOwner(page))),
        );
      },
    };
  }

  /** The page is gone without a word: the browser gives its lock to the next. */
  forget(page: Page): void {
    const member = [...this.#channel].find((one) => one.page === page);
    if (member) this.#leave(member);
  }

  /** Something has changed that may make a follower doubt that its owner lives. */
  changed(): void {
    for (const member of this.#members.slice(1)) this.#doubt(member);
  }

  /** A follower's silence timer may elapse before the owner's beat reaches it, when all wake at once. */
  wokeTogether(): void {
    const thief = this.#members.slice(1).find(({ page }) => page.visible && !page.frozen);
    if (thief && this.#random.chance(0.5)) this.#steal(thief);
  }

  #enter(member: Member): void {
    if (!member.joined || member.page.gone) return;
    this.#members.push(member);
    if (this.#members[0] === member) return this.#grant(member);
    member.page.run(() => member.joined && member.listener.lost());
    this.#doubt(member);
  }

  #leave(member: Member): void {
    member.joined = false;
    this.#channel.delete(member);
    const held = this.#members[0] === member;
    this.#members = this.#members.filter((one) => one !== member);
    const [next] = this.#members;
    if (held && next) this.#grant(next);
    this.changed();
  }

  #grant(member: Member): void {
    this.#soon(() =>
      member.page.run(() => {
        if (!member.joined || this.#members[0] !== member) return;
        member.ownedAt = this.#time.now;
        member.listener.owned();
      }),
    );
  }

  #doubt(member: Member): void {
    member.page.later(SILENCE_MS + this.#random.int(0, 500), () => {
      const [holder] = this.#members;
      if (!holder || holder === member || !member.joined || !member.page.visible) return;
      const { frozenAt } = holder.page;
      if (frozenAt === undefined) return;
      if (this.#time.now - frozenAt >= SILENCE_MS) this.#steal(member);
      else this.#doubt(member);
    });
  }

  #steal(thief: Member): void {
    const [robbed] = this.#members;
    this.#members = [thief, ...this.#members.filter((one) => one !== thief)];
    this.#soon(() =>
      robbed?.page.run(() => {
        if (robbed.joined) robbed.listener.lost();
      }),
    );
    this.#grant(thief);
  }

  #carry(sender: Member, receiver: Member, message: unknown): void {
    const at = Math.max(this.#time.now + this.#random.int(0, 3), sender.arrivals.get(receiver) ?? 0);
    sender.arrivals.set(receiver, at);
    this.#time.after(at - this.#time.now, () =>
      receiver.page.run(() => {
        if (receiver.joined) receiver.listener.heard(structuredClone(message));
      }, 'channel'),
    );
  }

  #soon(work: () => void): void {
    this.#time.after(this.#random.int(0, 4), work);
  }
}
