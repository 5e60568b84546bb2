import * as control from './control.js';
import { customerTypesForMs, unreadMessageId } from './transcript.js';

/** At most one typing event in this many milliseconds. */
const typingEveryMs = 8_000;

/** What the console shows. */
export interface DeskState {
  /** Whether the emulator's events arrive. */
  readonly live: boolean;
  readonly contacts: readonly control.ContactSummary[];
  /** What the script can show, in groups; none before it is known. */
  readonly words: readonly (readonly control.Word[])[];
  /** The contact on screen. */
  readonly open?: control.ContactDetail;
  readonly customerTyping: boolean;
  /** Whether the agent has gone idle in the open contact. */
  readonly idle: boolean;
  /** Why the last action was refused; empty when it was not. */
  readonly problem: string;
}

/** The agent's desk: what is known of the contacts, and what the agent can do with the open one. */
export class Desk {
  #state: DeskState = {
    live: false,
    contacts: [],
    words: [],
    customerTyping: false,
    idle: false,
    problem: '',
  };
  readonly #changed: (state: DeskState) => void;
  readonly #idle = new Set<string>();
  #openId: string | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;
  #lastRead: string | undefined;
  #refreshing: Promise<void> | undefined;
  #stale = false;

  constructor(changed: (state: DeskState) => void) {
    this.#changed = changed;
    control.watchContacts(
      () => void this.refresh(),
      (live) => this.#set({ live }),
    );
    void control.listWords().then(
      (words) => this.#set({ words }),
      () => undefined, // Without the emulator there is nothing to send; the event stream says so.
    );
    // What arrived while the agent looked elsewhere counts as read only now.
    addEventListener('focus', () => void this.refresh());
  }

  /** Puts a contact on screen; without an id, none. */
  async open(initialContactId: string | undefined): Promise<void> {
    this.#openId = initialContactId;
    await this.refresh();
  }

  /** Fetches what is shown. Calls while it runs fold into one more run, and all resolve when that is through. */
  refresh(): Promise<void> {
    this.#stale = true;
    this.#refreshing ??= this.#refreshWhileStale();
    return this.#refreshing;
  }

  async #refreshWhileStale(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      try {
        await this.#fetch();
      } catch {
        this.#set({ live: false }); // The event stream reconnects by itself and asks for a refresh then.
      }
    }
    this.#refreshing = undefined;
  }

  accept(displayName: string): Promise<boolean> {
    return this.#act({ action: 'join', displayName });
  }

  /** Sends what the agent wrote; resolves to whether it went out. */
  async send(content: string, formatted: boolean): Promise<boolean> {
    if (this.#state.idle && !(await this.toggleIdle())) return false;
    this.#typedAt = 0;
    return this.#act({ action: 'message', content, contentType: formatted ? 'text/markdown' : 'text/plain' });
  }

  /** Tells the customer that the agent writes, as often as a real client would. */
  type(): void {
    if (Date.now() - this.#typedAt < typingEveryMs) return;
    this.#typedAt = Date.now();
    void this.#act({ action: 'typing' });
  }

  async toggleIdle(): Promise<boolean> {
    const id = this.#openId;
    if (id === undefined) return false;
    const wasIdle = this.#idle.has(id);
    if (!(await this.#act({ action: wasIdle ? 'return' : 'idle' }))) return false;
    if (wasIdle) this.#idle.delete(id);
    else this.#idle.add(id);
    this.#set({ idle: !wasIdle });
    return true;
  }

  /** Hands the customer to a colleague, or back to the queue when none is named. */
  transfer(displayName: string): Promise<boolean> {
    // Whoever comes next is not idle.
    if (this.#openId !== undefined) this.#idle.delete(this.#openId);
    return this.#act({ action: 'transfer', ...(displayName !== '' && { displayName }) });
  }

  /** Shows the customer what the script shows to a word. */
  show(word: string): Promise<boolean> {
    return this.#attempt(async () => {
      if (this.#openId !== undefined) await control.show(this.#openId, word);
    });
  }

  /** Sends files, one after the other, until one is refused. */
  sendFiles(files: readonly File[]): Promise<boolean> {
    return this.#attempt(async () => {
      for (const file of files) if (this.#openId !== undefined) await control.sendFile(this.#openId, file);
    });
  }

  /** Plays the scanner. */
  judge(attachmentId: string, verdict: 'APPROVED' | 'REJECTED'): Promise<boolean> {
    return this.#attempt(async () => {
      if (this.#openId !== undefined) await control.judge(this.#openId, attachmentId, verdict);
    });
  }

  /** Leaves the customer to the flow, or to the survey at the end. */
  leave(next?: 'survey'): Promise<boolean> {
    return this.#act({ action: 'leave', ...(next && { next }) });
  }

  end(): Promise<boolean> {
    return this.#attempt(async () => {
      if (this.#openId !== undefined) await control.endContact(this.#openId);
    });
  }

  async #fetch(): Promise<void> {
    const id = this.#openId;
    const [contacts, open] = await Promise.all([
      control.listContacts(),
      // A restarted emulator has forgotten the contact.
      id === undefined ? undefined : control.getContact(id).catch(() => undefined),
    ]);
    if (id !== this.#openId) return; // Another contact was opened meanwhile; its own run follows.
    const { open: _, ...rest } = this.#state;
    const typesForMs = open ? customerTypesForMs(open) : 0;
    clearTimeout(this.#typingTimer);
    if (typesForMs > 0)
      this.#typingTimer = setTimeout(() => this.#set({ customerTyping: false }), typesForMs);
    if (open?.queue !== 'agent' && id !== undefined) this.#idle.delete(id);
    this.#state = {
      ...rest,
      contacts,
      customerTyping: typesForMs > 0,
      idle: id !== undefined && this.#idle.has(id),
      ...(open && { open }),
    };
    this.#changed(this.#state);
    await this.#read(open);
  }

  async #read(open: control.ContactDetail | undefined): Promise<void> {
    if (open?.queue !== 'agent' || open.status !== 'active' || !document.hasFocus()) return;
    const id = unreadMessageId(open);
    if (id === undefined || id === this.#lastRead) return;
    this.#lastRead = id;
    await this.#act({ action: 'read' });
  }

  #act(action: control.AgentAction): Promise<boolean> {
    return this.#attempt(async () => {
      if (this.#openId !== undefined) await control.act(this.#openId, action);
    });
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#set({ problem: '' });
      return true;
    } catch (error) {
      this.#set({ problem: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed(this.#state);
  }
}
