import { ConnectChat } from './connect-chat.js';
import { define } from './define.js';

export { ConnectChat };
export { ConnectChatError, type ErrorCode } from './errors.js';
export { ConnectChatEvent } from './events.js';
export type {
  ConnectChatEventDetails,
  ConnectChatEventMap,
  ConnectChatEventName,
  ConnectionState,
  OpenReason,
  PublicEntry,
  PublicParticipant,
  PublicState,
} from './events.js';
export type { TransportOverrides } from './connect-chat-options.js';
export type { MessageRenderer, RenderedMessage, RendererContext, RenderMessage } from './message-renderer.js';
export type { SignInStrings } from './i18n/sign-in-strings.js';
export type { Strings } from './i18n/strings.js';
export type { StartChatRequest } from './transport/wire.js';

define('connect-chat', ConnectChat);
