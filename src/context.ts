import { createContext } from '@lit/context';
import type { Session } from './engine/session.js';
import type { Strings } from './i18n/strings.js';

/** The part of the running session that components may use. */
export type ChatSession = Pick<Session, 'snapshot' | 'subscribe' | 'send'>;

// Keys are strings, so that two copies of the package on one page understand each other.

/** The session of the nearest `<connect-chat>`. */
export const sessionContext = createContext<ChatSession>('connect-chat-session');

/** The words of the nearest `<connect-chat>`. */
export const stringsContext = createContext<Strings>('connect-chat-strings');
