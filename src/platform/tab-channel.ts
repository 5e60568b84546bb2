/** What tabs say over a channel: that the owner is alive, or what the chat has to say. */
export type ChannelMessage =
  { readonly type: 'beat' } | { readonly type: 'message'; readonly message: unknown };

/** A broadcast channel that may be closed, missing or given something that cannot be sent, and never throws. */
export class TabChannel {
  readonly #channel: BroadcastChannel | undefined;

  /** Opens at once; `heard` gets what other tabs say, as far as it is ours. */
  constructor(
    Channel: typeof BroadcastChannel | undefined,
    name: string,
    heard: (message: ChannelMessage) => void,
  ) {
    try {
      this.#channel = Channel && new Channel(name);
    } catch {
      // None in this kind of page: the tab hears nobody.
    }
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readMessage(data);
      if (message) heard(message);
    });
  }

  send(message: ChannelMessage): void {
    try {
      this.#channel?.postMessage(message);
    } catch {
      // It holds something that cannot be sent; the others will ask for what they have missed.
    }
  }

  close(): void {
    this.#channel?.close();
  }
}

function readMessage(data: unknown): ChannelMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'beat') return { type: 'beat' };
  return data.type === 'message' && 'message' in data
    ? { type: 'message', message: data.message }
    : undefined;
}
