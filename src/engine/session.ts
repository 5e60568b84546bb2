import { isCommand } from './commands.js';
import { Keeper } from './keeper.js';
import { Performer } from './performer.js';
import { contactOf, initialState, toSnapshot, type State } from './state.js';
import { readTabMessage, type TabMessage } from './tab-messages.js';
import { transition } from './transition.js';
import type {
  CardOperation,
  Clock,
  Command,
  Effect,
  Online,
  Random,
  SessionEvent,
  Snapshot,
  Stamp,
  Store,
  StoredChat,
  Tabs,
  Timings,
  Transport,
} from './types.js';

/** What a session needs from outside. */
export interface SessionPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly online: Online;
  readonly timings: Timings;
  /** Where the chat is kept, if it is. */
  readonly store?: Store | undefined;
  /** The tabs that share the chat, if any do. */
  readonly tabs?: Tabs | undefined;
  /** Give no receipts. */
  readonly receiptsDisabled?: boolean;
  /** Gets what a subscriber threw: one bad listener must not stop the chat. */
  readonly report: (error: unknown) => void;
}

/** Told after each change. */
export type SnapshotListener = (snapshot: Snapshot, previous: Snapshot) => void;

interface Stamped {
  readonly event: SessionEvent;
  readonly stamp: Stamp;
}

/**
 * One chat as a live object: it owns the state, has the effects performed that {@link transition} asks for, keeps what is to be kept, and tells
 * subscribers. It decides nothing.
 *
 * Among tabs that share a chat one session owns it; the others follow: they apply the owner's events without their effects, and hand it their
 * commands until they see them come back.
 */
export class Session {
  readonly #ports: SessionPorts;
  readonly #tab: string;
  readonly #performer: Performer;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<SnapshotListener>();
  readonly #queue: Stamped[] = [];
  readonly #closed = new AbortController();
  readonly #releases: (() => void)[] = [];
  /** Commands handed to the owner that have not come back, by stamp id. */
  readonly #handed = new Map<string, Stamped>();
  #role: 'owner' | 'follower';
  /** The followers that an owner knows of. */
  readonly #others = new Set<string>();
  /** The owner whose events are counted. */
  #followed: string | undefined;
  #count = 0;
  #draining = false;
  /** The question that waits for an answer: whether this tab still owns the chat. */
  #question: Promise<boolean> | undefined;
  #state: State;
  #snapshot: Snapshot;
  /** Key of the last message written in this tab. */
  #sent: string | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#tab = ports.random.id();
    this.#role = ports.tabs ? 'follower' : 'owner';
    this.#state = this.#blank();
    this.#snapshot = toSnapshot(this.#state);
    this.#keeper = new Keeper(ports.store);
    this.#performer = new Performer({ ...ports, report: (fact) => this.#happened(fact) });
    this.#releases.push(ports.online.watch((type) => this.#happened({ type })));
    if (ports.tabs)
      this.#releases.push(
        ports.tabs.join({
          owned: this.#own,
          lost: this.#follow,
          heard: this.#hear,
          leaving: this.#sayGoodbye,
        }),
      );
    else this.#restore();
  }

  /** What is true now. Frozen in time: the next change makes a new one. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Aborted by {@link close}. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Calls back after each change until the returned function is called. */
  subscribe(listener: SnapshotListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for something. Returns the fresh id that the command was stamped with; for `send-message` it is the new entry's key. */
  send(command: Command): string {
    const stamped = { event: command, stamp: this.#stamp() };
    const { id } = stamped.stamp;
    if (this.#closed.signal.aborted) return id;
    if (command.type === 'send-message') this.#sent = id;
    if (this.#role === 'owner') this.#dispatch(stamped);
    else this.#hand(stamped);
    return id;
  }

  /**
   * Asks the service for something that one message needs: a file, a view, a sign-in. `input` and answer are in the service's own words.
   *
   * @throws a `Failure`, or an `AbortError` once the session is closed
   */
  ask(operation: CardOperation, input: object): Promise<unknown> {
    // A tab that follows has no credentials of its own.
    this.#performer.credentials ??= this.#keeper.read()?.credentials;
    return this.#performer.ask(operation, input, this.#closed.signal);
  }

  /** Ends the contact while the page goes, unless another tab has it too: nobody waits for an answer, and nothing is kept. */
  leave(): void {
    if (this.#role !== 'owner' || this.#others.size > 0) return;
    this.#performer.leave(this.#ports.random.id());
    this.forget();
  }

  /** Erases what is kept of this chat on this device, and keeps nothing more of it. */
  forget(): void {
    this.#keeper.forget();
  }

  /** Releases the socket, the timers and every call. The contact lives on at the service, and what is kept is kept. */
  close(): void {
    this.#sayGoodbye();
    this.#closed.abort();
    for (const release of this.#releases) release();
    this.#listeners.clear();
    this.#performer.stop();
  }

  readonly #sayGoodbye = (): void => this.#tell({ type: 'bye', tab: this.#tab });

  readonly #own = (): void => {
    this.#role = 'owner';
    this.#others.clear();
    this.#question = undefined;
    const kept = this.#keeper.read();
    if (this.#count > 0 && isSameChat(this.#state, kept)) {
      this.#performer.credentials = kept?.credentials;
      this.#happened({ type: 'tab-took-over', kept: kept?.outbox ?? [] });
    } else {
      // Nothing is known yet, or what is known is of a chat that other tabs have left behind while this one slept.
      if (this.#count > 0) this.#become({ ...this.#blank(), nextConnection: this.#state.nextConnection });
      this.#restore();
    }
    // What the last owner knew of its own page may not hold for this one.
    const online = this.#ports.online.isOnline();
    if (online !== this.#state.online) this.#happened({ type: online ? 'went-online' : 'went-offline' });
    this.#tellState();
    // The last owner may not have heard these; if it has, the service knows their client tokens.
    const handed = [...this.#handed.values()];
    this.#handed.clear();
    for (const stamped of handed) this.#dispatch(stamped);
  };

  readonly #follow = (): void => {
    this.#role = 'follower';
    this.#question = undefined;
    this.#performer.stop();
    this.#giveUpQueue();
    this.#tell({ type: 'hello', tab: this.#tab });
  };

  readonly #hear = (heard: unknown): void => {
    const message = readTabMessage(heard);
    if (!message) return;
    if (this.#role === 'owner') return this.#hearAsOwner(message);
    if (message.type === 'state') {
      // A new owner knows nobody yet.
      if (message.owner !== this.#followed) this.#tell({ type: 'hello', tab: this.#tab });
      this.#followed = message.owner;
      this.#count = message.count;
      this.#become(message.state);
      for (const [id, stamped] of this.#handed) if (this.#knows(stamped)) this.#handed.delete(id);
      for (const stamped of this.#handed.values()) this.#tell({ type: 'command', ...stamped });
    } else if (message.type === 'event') {
      // Of two that both think that they own the chat for a moment, one is answered by this and the other falls silent.
      if (message.owner !== this.#followed || message.count !== this.#count + 1)
        return this.#tell({ type: 'hello', tab: this.#tab });
      const state = this.#after(message);
      if (!state) return this.#tell({ type: 'hello', tab: this.#tab });
      this.#count = message.count;
      this.#handed.delete(message.stamp.id);
      this.#become(state);
    }
  };

  /** What an owner's event leads to; nothing when it is no event that can be. */
  #after({ event, stamp }: Stamped): State | undefined {
    try {
      return transition(this.#state, event, stamp, this.#ports.timings)[0];
    } catch {
      return undefined;
    }
  }

  #hearAsOwner(message: TabMessage): void {
    if (message.type === 'hello') {
      this.#others.add(message.tab);
      // What a tab that has slept knows may be out of date; it tells when it is sure again.
      if (this.#isSure()) this.#tellState();
    } else if (message.type === 'bye') {
      this.#others.delete(message.tab);
      this.#happened({ type: 'tab-left', tab: message.tab });
    } else if (message.type === 'command') this.#dispatch(message);
  }

  /** Whether a message is in the transcript already. */
  #knows({ event, stamp }: Stamped): boolean {
    if (event.type !== 'send-message') return false;
    return this.#state.transcript.entries.some(({ key }) => key === stamp.id);
  }

  #blank(): State {
    const { online, receiptsDisabled = false } = this.#ports;
    return { ...initialState, online: online.isOnline(), receiptsDisabled };
  }

  #restore(): void {
    const chat = this.#keeper.restore();
    if (!chat) return;
    this.#performer.credentials = chat.credentials;
    // The state shows no credentials, and events travel to other tabs.
    const { credentials: _, ...shown } = chat;
    this.#happened({ type: 'chat-restored', chat: shown });
  }

  #happened(event: SessionEvent): void {
    if (this.#role === 'owner' && !this.#closed.signal.aborted)
      this.#dispatch({ event, stamp: this.#stamp() });
  }

  #stamp(): Stamp {
    const { clock, random } = this.#ports;
    return { now: clock.now(), random: random.next(), id: random.id(), tab: this.#tab };
  }

  // One event at a time: a listener that sends while we notify is queued, not nested.
  #dispatch(stamped: Stamped): void {
    this.#queue.push(stamped);
    this.#drain();
  }

  #drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    try {
      while (this.#queue.length > 0 && this.#isSure()) {
        const next = this.#queue.shift();
        if (next) this.#apply(next);
      }
    } finally {
      this.#draining = false;
    }
  }

  /** A tab that has slept may have lost the chat to another, and may not decide, keep or send anything before it knows. */
  #isSure(): boolean {
    if (this.#question) return false;
    const owned = this.#ports.tabs?.stillOwned() ?? true;
    if (owned === true) return true;
    const question = (this.#question = Promise.resolve(owned));
    void question.then((yes) => {
      if (this.#question !== question) return;
      this.#question = undefined;
      if (!yes) return this.#giveUpQueue();
      this.#tellState();
      this.#drain();
    });
    return false;
  }

  /** What happened to a tab that has lost the chat is no news to the others; what was asked for in it is. */
  #giveUpQueue(): void {
    for (const stamped of this.#queue.splice(0))
      if (isCommand(stamped.event) && stamped.stamp.tab === this.#tab) this.#hand(stamped);
  }

  #hand(stamped: Stamped): void {
    this.#handed.set(stamped.stamp.id, stamped);
    this.#tell({ type: 'command', ...stamped });
  }

  #apply({ event, stamp }: Stamped): void {
    const [state, effects] = transition(this.#state, event, stamp, this.#ports.timings);
    if (state === this.#state && effects.length === 0) {
      // Nobody else needs to know, except a follower that waits for its command.
      if (stamp.tab !== this.#tab) this.#tellEvent({ event, stamp });
      return;
    }
    this.#tellEvent({ event, stamp });
    // Kept before it is done: what is posted is in the store with its client token.
    this.#keeper.keep(state, this.#state, this.#performer.credentials);
    this.#perform(effects);
    this.#become(state);
  }

  #perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.#performer.perform(effect);
  }

  #become(state: State): void {
    if (state === this.#state) return;
    this.#state = state;
    const previous = this.#snapshot;
    this.#snapshot = { ...toSnapshot(state), sent: this.#sent };
    for (const listener of [...this.#listeners]) {
      try {
        listener(this.#snapshot, previous);
      } catch (error) {
        this.#ports.report(error);
      }
    }
  }

  #tellState(): void {
    this.#tell({ type: 'state', owner: this.#tab, count: this.#count, state: this.#state });
  }

  #tellEvent(stamped: Stamped): void {
    this.#tell({ type: 'event', owner: this.#tab, count: (this.#count += 1), ...stamped });
  }

  #tell(message: TabMessage): void {
    this.#ports.tabs?.post(message);
  }
}

/** Whether what is kept is of the chat that is shown, or nothing: a chat that came to its end while this tab slept is over here too. */
function isSameChat({ session }: State, kept: StoredChat | undefined): boolean {
  if (kept === undefined) return true;
  if (session.phase !== 'ended') return kept.contact?.contactId === contactOf(session)?.contactId;
  return !kept.contact && kept.startToken === undefined && kept.outbox.length === 0;
}
