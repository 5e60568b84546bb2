import type {
  AgentAction,
  ChangeView,
  ClockView,
  ContactDetail,
  ContactSummary,
  Expirable,
  FaultRequest,
  FaultsAnswer,
  FileRequest,
  InteractiveMessage,
  RequestView,
  SignInEnd,
  StartAnswer,
  StartRequest,
  Verdict,
  ViewMessage,
} from './core/control-types.js';
import type { Item } from './core/wire.js';

/** A refusal by the control API. */
export class ControlRefusal extends Error {
  readonly status: number;
  /** The refusal's code, such as `contact-not-found`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The control API as functions. Each rejects with a ControlRefusal when the emulator refuses. */
export interface Control {
  /** Starts a contact; without a flow nobody answers it. */
  startContact(request?: StartRequest): Promise<StartAnswer>;
  /** All contacts, newest first. */
  contacts(): Promise<readonly ContactSummary[]>;
  /** The whole truth about a contact. */
  contact(id: string): Promise<ContactDetail & { readonly now: string }>;
  /** Ends a contact at once. */
  endContact(id: string): Promise<ContactSummary>;
  /** Plays an agent or a supervisor. The answer's item is the one that went out, if any. */
  agent(id: string, action: AgentAction): Promise<{ readonly contactId: string; readonly item?: Item }>;
  /** Keeps and delivers items as given, missing members filled in. */
  addItems(id: string, items: object | readonly object[]): Promise<readonly Item[]>;
  /** Sends a raw frame to the contact's open sockets; the answer is to how many. */
  sendFrame(id: string, text: string): Promise<number>;
  /** Shows what the script shows to a word; the agent does, or the bot where there is none. */
  show(id: string, word: string): Promise<void>;
  /** Sends an interactive message: a template, or any text in its place. The bot says it unless told otherwise. */
  sendInteractive(id: string, message: InteractiveMessage): Promise<Item>;
  /** Sends a view of the library, or one that comes along. */
  sendView(id: string, message: ViewMessage): Promise<Item>;
  /** Sends a file; the agent does unless told otherwise. */
  sendAttachment(id: string, file: FileRequest): Promise<Item>;
  /** A file as it was uploaded. */
  attachment(id: string, attachmentId: string): Promise<Blob>;
  /** Says what the scanner found of a file that was sent. */
  judgeAttachment(id: string, attachmentId: string, status: Verdict): Promise<Item>;
  /** Asks the customer to sign in; the answer is the session id. */
  askToSignIn(id: string): Promise<string>;
  /** Ends a sign-in without the identity provider. */
  endSignIn(id: string, sessionId: string, end: SignInEnd): Promise<void>;
  /** All requests since the emulator started. */
  requests(): Promise<readonly RequestView[]>;
  faults(): Promise<FaultsAnswer['faults']>;
  /** Adds a fault. The answer is its id, or undefined for one that strikes at once and is not kept. */
  addFault(fault: FaultRequest): Promise<string | undefined>;
  removeFault(id: string): Promise<void>;
  clearFaults(): Promise<void>;
  /** Lets URLs, connection tokens or sockets lapse now; the answer is how many. */
  expire(what: Expirable, contactId?: string): Promise<number>;
  clock(): Promise<ClockView>;
  /** Moves a manual clock ahead. */
  advanceClock(advanceMs: number): Promise<ClockView>;
  /** Calls back with each change of any contact, from the moment it resolves until the returned function is called. */
  watch(changed: (change: ChangeView) => void): Promise<() => void>;
}

/** A control API client for `endpoint`, such as `http://127.0.0.1:8787/control`. `send` carries its requests. */
export function createControl(
  endpoint: string,
  send: (request: Request) => Promise<Response> = fetch,
): Control {
  const call = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> => {
    const reply = await ask(method, path, body && JSON.stringify(body));
    return (await reply.json()) as T;
  };
  const ask = async (method: string, path: string, body?: BodyInit): Promise<Response> => {
    const reply = await send(new Request(endpoint + path, { method, ...(body !== undefined && { body }) }));
    if (reply.ok) return reply;
    const answer: unknown = await reply.json();
    const { error } = answer as { readonly error: { readonly code: string; readonly message: string } };
    throw new ControlRefusal(reply.status, error.code, error.message);
  };
  const item = async (path: string, body: object): Promise<Item> =>
    (await call<{ item: Item }>('POST', path, body)).item;
  const of = (id: string): string => `/contacts/${encodeURIComponent(id)}`;
  return {
    startContact: (request = {}) => call('POST', '/contacts', request),
    contacts: async () => (await call<{ contacts: readonly ContactSummary[] }>('GET', '/contacts')).contacts,
    contact: (id) => call('GET', of(id)),
    endContact: (id) => call('POST', `${of(id)}/end`),
    agent: (id, action) => call('POST', `${of(id)}/agent`, action),
    addItems: async (id, items) =>
      (await call<{ items: readonly Item[] }>('POST', `${of(id)}/items`, items)).items,
    sendFrame: async (id, text) =>
      (await call<{ sockets: number }>('POST', `${of(id)}/frames`, { text })).sockets,
    show: async (id, word) => {
      await call('POST', `${of(id)}/show`, { word });
    },
    sendInteractive: (id, message) => item(`${of(id)}/interactive`, message),
    sendView: (id, message) => item(`${of(id)}/view`, message),
    sendAttachment: async (id, { name, contentType, participant, content }) => {
      const query = new URLSearchParams({
        name,
        ...(contentType !== undefined && { contentType }),
        ...(participant && { participant }),
      });
      const reply = await ask('POST', `${of(id)}/attachments?${query.toString()}`, content);
      return ((await reply.json()) as { item: Item }).item;
    },
    attachment: async (id, attachmentId) =>
      (await ask('GET', `${of(id)}/attachments/${encodeURIComponent(attachmentId)}`)).blob(),
    judgeAttachment: (id, attachmentId, status) =>
      item(`${of(id)}/attachments/${encodeURIComponent(attachmentId)}`, { status }),
    askToSignIn: async (id) => (await call<{ sessionId: string }>('POST', `${of(id)}/sign-ins`)).sessionId,
    endSignIn: async (id, sessionId, end) => {
      await call('POST', `${of(id)}/sign-ins/${encodeURIComponent(sessionId)}`, end);
    },
    requests: async () => (await call<{ requests: readonly RequestView[] }>('GET', '/requests')).requests,
    faults: async () => (await call<FaultsAnswer>('GET', '/faults')).faults,
    addFault: async (fault) => (await call<FaultsAnswer>('POST', '/faults', fault)).id,
    removeFault: async (id) => {
      await call('DELETE', `/faults/${encodeURIComponent(id)}`);
    },
    clearFaults: async () => {
      await call('DELETE', '/faults');
    },
    expire: async (what, contactId) =>
      (await call<{ expired: number }>('POST', '/expire', { what, contactId })).expired,
    clock: () => call('GET', '/clock'),
    advanceClock: (advanceMs) => call('POST', '/clock', { advanceMs }),
    watch: async (changed) => {
      const leaving = new AbortController();
      const reply = await send(new Request(`${endpoint}/events`, { signal: leaving.signal }));
      void follow(reply, changed, leaving.signal);
      return () => {
        leaving.abort();
      };
    },
  };
}

/** Reads a stream of events until it ends or is left. */
async function follow(
  reply: Response,
  changed: (change: ChangeView) => void,
  leaving: AbortSignal,
): Promise<void> {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  // Over either way, ended, cut or left: nothing more can come.
  const next = async () => reader?.read().catch(() => undefined);
  let text = '';
  for (let part = await next(); part && !part.done; part = await next()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ') && !leaving.aborted) changed(JSON.parse(event.slice(6)) as ChangeView);
    }
  }
}
