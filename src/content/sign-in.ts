/** What an identity provider sent the customer back with. */
export interface SignInAnswer {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
  readonly errorDescription?: string;
}

/** What the event that asks for a sign-in says. */
export interface SignInRequest {
  readonly sessionId: string;
  readonly state?: string;
}

// Longest values that Amazon Connect takes (API Reference, UpdateParticipantAuthentication), with room for more.
const MAX_LENGTH = 4_096;

/** The request in the content of `authentication.initiated`; `undefined` where it names no session. Never throws. */
export function readSignInRequest(content: string): SignInRequest | undefined {
  try {
    const { SessionId, state } = JSON.parse(content) as { SessionId?: unknown; state?: unknown };
    if (typeof SessionId !== 'string' || SessionId === '') return undefined;
    return { sessionId: SessionId, ...(typeof state === 'string' && state !== '' && { state }) };
  } catch {
    return undefined;
  }
}

/** The answer in the query of an address; `undefined` when it is none. */
export function readSignInAnswer(search: string): SignInAnswer | undefined {
  const query = new URLSearchParams(search);
  const value = (name: string) => {
    const text = query.get(name) ?? '';
    return text !== '' && text.length <= MAX_LENGTH ? text : undefined;
  };
  const state = value('state');
  const code = value('code');
  const error = value('error');
  if (state === undefined || (code === undefined && error === undefined)) return undefined;
  const errorDescription = value('error_description');
  // A provider that reports an error has given no code worth having.
  if (error !== undefined)
    return { state, error, ...(errorDescription !== undefined && { errorDescription }) };
  return { state, ...(code !== undefined && { code }) };
}

/** The address without what an identity provider has added to it. */
export function withoutSignInAnswer(address: string): string {
  const url = new URL(address);
  for (const name of ['code', 'state', 'error', 'error_description']) url.searchParams.delete(name);
  return url.href;
}

/** The address of the sign-in page, straight to one identity provider if one is named. */
export function withIdentityProvider(address: string, provider: string | undefined): string {
  const url = new URL(address);
  if (provider) url.searchParams.set('identity_provider', provider);
  return url.href;
}

/** The state that the identity provider will hand back: the answer that carries it is the answer to this request. */
export function expectedState(address: string, request: SignInRequest): string | undefined {
  return new URL(address).searchParams.get('state') ?? request.state;
}

/** What is kept of a sign-in that is under way. */
export interface SignInNote {
  readonly url: string;
  readonly state: string;
  /** When the address was given out, in epoch milliseconds of the device. */
  readonly at: number;
  /** The customer has left the page for it and is expected back. */
  readonly away?: boolean;
}

/** Under what name a sign-in is kept with the chat. */
export const noteName = (sessionId: string): string => `sign-in:${sessionId}`;

/** A kept sign-in; `undefined` for anything else. Never throws. */
export function readSignInNote(text: string): SignInNote | undefined {
  try {
    const { url, state, at, away } = JSON.parse(text) as Partial<Record<keyof SignInNote, unknown>>;
    if (typeof url !== 'string' || !/^https?:/i.test(url) || typeof state !== 'string') return undefined;
    return { url, state, at: typeof at === 'number' ? at : 0, ...(away === true && { away }) };
  } catch {
    return undefined;
  }
}
