/** A message that was not sent should be tried again. */
export class ListRetryEvent extends CustomEvent<{ readonly key: string }> {
  constructor(key: string) {
    super('list-retry', { detail: { key } });
  }
}

/** A message that was not sent should be taken away. */
export class ListDiscardEvent extends CustomEvent<{ readonly key: string }> {
  constructor(key: string) {
    super('list-discard', { detail: { key } });
  }
}

/** Whether the reader is at the end of a log that is on the screen. */
export class ListAttendEvent extends CustomEvent<{ readonly attending: boolean }> {
  constructor(attending: boolean) {
    super('list-attend', { detail: { attending } });
  }
}

/** What was said before the first message is wanted. */
export class ListOlderEvent extends Event {
  constructor() {
    super('list-older');
  }
}

/** Where the reader rests: the entry at the top of the log, or the end. */
export class ListPlaceEvent extends CustomEvent<{ readonly key: string | undefined }> {
  constructor(key: string | undefined) {
    super('list-place', { detail: { key } });
  }
}

/**
 * Why formatted messages are shown as plain text: `trusted-types` is a Content-Security-Policy that does not allow the
 * policy `dompurify`; `unavailable` is a chunk that could not be loaded.
 */
export type MarkdownRefusal = 'trusted-types' | 'unavailable';

/** Formatted messages can only be shown as plain text. */
export class ListRefuseEvent extends CustomEvent<{ readonly reason: MarkdownRefusal }> {
  constructor(reason: MarkdownRefusal) {
    super('list-refuse', { detail: { reason } });
  }
}
