import type { SocketConstructor, SocketLike } from '../../../src/transport/chat-socket.js';

/** A socket whose other side is the test. */
export class FakeSocket extends EventTarget implements SocketLike {
  readonly url: string;
  /** Every frame sent, oldest first. */
  readonly sent: string[] = [];
  /** The code with which our side has closed it. */
  closedWith: number | undefined;
  readyState = 0;

  constructor(url: string) {
    super();
    this.url = url;
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(code?: number): void {
    this.closedWith = code;
    this.readyState = 2;
  }

  /** The other side accepts. */
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  /** A frame arrives; anything but text is encoded. */
  receive(data: unknown): void {
    this.dispatchEvent(
      new MessageEvent('message', { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }

  /** The connection breaks. */
  break(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new Event('close'));
  }

  /** How often a frame of `topic` was sent. */
  count(topic: string): number {
    return this.sent.filter((frame) => frame.includes(`"${topic}"`)).length;
  }
}

/** A constructor of fake sockets, and all that it has made. */
export function fakeSockets(): {
  readonly WebSocket: SocketConstructor;
  readonly sockets: readonly FakeSocket[];
} {
  const sockets: FakeSocket[] = [];
  class RecordedSocket extends FakeSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  return { WebSocket: RecordedSocket, sockets };
}

export const subscribed = { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } };
export const refused = { topic: 'aws/subscribe', content: { status: 'failure', topics: ['aws/chat'] } };
export const pong = { topic: 'aws/ping', statusCode: 200, statusContent: 'OK' };
export const heartbeat = { topic: 'aws/heartbeat' };
