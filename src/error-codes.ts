/**
 * Every code that the page can meet, and whether trying again may help. The sentence for each is in `i18n/strings.ts` under `errors`, where a page
 * can replace it; only `widget/not-loaded` is said before those have arrived, by `notLoaded` of the launcher's own.
 */
export const errorCodes = {
  'start-chat/unreachable': true,
  'start-chat/timeout': true,
  'start-chat/unauthorized': true,
  'start-chat/throttled': true,
  'start-chat/unavailable': true,
  'start-chat/refused': true,
  'start-chat/server-error': true,
  'start-chat/bad-answer': true,
  'configuration/missing-endpoint': false,
  'configuration/missing-region': false,
  'configuration/invalid-endpoint': false,
  'configuration/invalid-chat-details': false,
  'message/empty': true,
  'message/queue-full': true,
  'message/too-long': true,
  'message/refused': true,
  'message/failed': true,
  'message/discarded': true,
  'message/canceled': true,
  'content/markdown-blocked': false,
  'content/markdown-not-loaded': true,
  'chat/ended': true,
  'chat/end-canceled': true,
  'chat/removed': true,
  'duplicate-storage-key': false,
  'widget/not-loaded': true,
} as const satisfies Record<string, boolean>;
