import { expect } from '@open-wc/testing';
import { defaultTimings as timings, type ReceivedFact } from '../../../src/engine/types.js';
import { ChatSocket, type SocketConstructor } from '../../../src/transport/chat-socket.js';
import { fakeSockets, heartbeat, pong, refused, subscribed, type FakeSocket } from './fake-socket.js';
import { messageItem } from './items.js';
import { ManualClock } from './manual-clock.js';

describe('ChatSocket', () => {
  let clock: ManualClock;
  let controller: AbortController;
  let told: string[];
  let facts: ReceivedFact[];
  let check: () => void;

  beforeEach(() => {
    clock = new ManualClock();
    controller = new AbortController();
    told = [];
    facts = [];
  });

  /** Starts a chat socket and gives the other side's end, if one was opened. */
  function connect(url = 'wss://a.example/socket', constructor?: SocketConstructor): FakeSocket | undefined {
    const { WebSocket, sockets } = fakeSockets();
    const listener = {
      opened: () => told.push('opened'),
      received: (fact: ReceivedFact) => facts.push(fact),
      lost: () => told.push('lost'),
    };
    const options = { WebSocket: constructor ?? WebSocket, clock, timings };
    check = new ChatSocket(url, listener, controller.signal, options).check;
    return sockets[0];
  }

  /** A socket that is open, and subscribed unless told otherwise. */
  function opened({ subscribe = true } = {}): FakeSocket {
    const socket = connect()!;
    socket.open();
    if (subscribe) socket.receive(subscribed);
    return socket;
  }

  it('subscribes and asks for signs of life as soon as it is open', () => {
    const socket = opened({ subscribe: false });
    expect(socket.url).to.equal('wss://a.example/socket');
    expect(socket.sent).to.deep.equal([
      '{"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}',
      '{"topic":"aws/ping"}',
      '{"topic":"aws/heartbeat"}',
    ]);
    expect(told).to.be.empty;
  });

  it('is opened once, when subscribed', () => {
    const socket = opened();
    socket.receive(subscribed);
    expect(told).to.deep.equal(['opened']);
  });

  it('hands on items whenever they come', () => {
    const socket = opened({ subscribe: false });
    const item = { topic: 'aws/chat', contentType: 'application/json', content: JSON.stringify(messageItem) };
    socket.receive(item);
    socket.receive(subscribed);
    socket.receive(item);
    expect(facts.map(({ type }) => type)).to.deep.equal(['entry-received', 'entry-received']);
  });

  it('ignores frames that mean nothing to it', () => {
    const socket = opened();
    for (const data of ['', 'hello', '[]', { message: 'Forbidden' }, { topic: 'aws/other' }])
      socket.receive(data);
    socket.dispatchEvent(new MessageEvent('message', { data: new Blob(['x']) }));
    socket.dispatchEvent(new Event('message'));
    expect(told).to.deep.equal(['opened']);
    expect(facts).to.be.empty;
  });

  describe('when it does not open', () => {
    it('is lost after the time for opening', () => {
      const socket = connect();
      clock.advance(timings.socketOpenTimeoutMs - 1);
      expect(told).to.be.empty;
      clock.advance(1);
      expect(told).to.deep.equal(['lost']);
      expect(socket?.closedWith).to.equal(1_000);
    });

    it('is lost at once when refused, and says so once', () => {
      connect()?.break();
      clock.advance(60_000);
      expect(told).to.deep.equal(['lost']);
    });

    for (const url of ['ws://a.example/', 'https://a.example/', 'nonsense', '']) {
      it(`is lost, later, without trying ${JSON.stringify(url)}`, () => {
        expect(connect(url)).to.be.undefined;
        expect(told).to.be.empty;
        clock.advance(0);
        expect(told).to.deep.equal(['lost']);
        expect(clock.waiting).to.equal(0);
      });
    }

    it('is lost, later, when the browser forbids it', () => {
      class Forbidden extends EventTarget {
        readonly readyState = 0;
        constructor() {
          super();
          throw new DOMException('Mixed content.', 'SecurityError');
        }
        send = () => undefined;
        close = () => undefined;
      }
      connect('wss://a.example/', Forbidden);
      expect(told).to.be.empty;
      clock.advance(0);
      expect(told).to.deep.equal(['lost']);
    });
  });

  describe('when subscribing is not answered', () => {
    for (const [name, answer] of [
      ['unanswered', undefined],
      ['refused', refused],
    ] as const) {
      it(`tries again and gives up when ${name}`, () => {
        const socket = opened({ subscribe: false });
        for (let tries = 1; tries <= timings.subscribeTries; tries += 1) {
          expect(socket.count('aws/subscribe')).to.equal(tries);
          expect(told).to.be.empty;
          if (answer) socket.receive(answer);
          clock.advance(timings.subscribeRetryMs);
        }
        expect(socket.count('aws/subscribe')).to.equal(timings.subscribeTries);
        expect(told).to.deep.equal(['lost']);
      });
    }

    it('stops trying once it is', () => {
      const socket = opened({ subscribe: false });
      clock.advance(timings.subscribeRetryMs);
      socket.receive(subscribed);
      socket.receive(pong);
      socket.receive(heartbeat);
      clock.advance(timings.subscribeRetryMs * 5);
      expect(socket.count('aws/subscribe')).to.equal(2);
      expect(told).to.deep.equal(['opened']);
    });
  });

  describe('while it lives', () => {
    it('asks again and again', () => {
      const socket = opened();
      for (let beats = 1; beats <= 20; beats += 1) {
        expect([socket.count('aws/ping'), socket.count('aws/heartbeat')]).to.deep.equal([beats, beats]);
        socket.receive(heartbeat);
        socket.receive(pong);
        clock.advance(timings.heartbeatMs);
      }
      expect(told).to.deep.equal(['opened']);
    });

    for (const [name, answer] of [
      ['ping', heartbeat],
      ['heartbeat', pong],
    ] as const) {
      it(`is lost when a ${name} is not answered by the next`, () => {
        const socket = opened();
        socket.receive(answer);
        clock.advance(timings.heartbeatMs - 1);
        expect(told).to.deep.equal(['opened']);
        clock.advance(1);
        expect(told).to.deep.equal(['opened', 'lost']);
        expect(socket.closedWith).to.equal(1_000);
      });
    }

    it('is lost once when it breaks, and silent from then on', () => {
      const socket = opened();
      socket.break();
      socket.receive(subscribed);
      socket.receive({ topic: 'aws/chat', content: JSON.stringify(messageItem) });
      clock.advance(60_000);
      expect(told).to.deep.equal(['opened', 'lost']);
      expect(facts).to.be.empty;
      expect(clock.waiting).to.equal(0);
    });

    it('sends nothing while it is closing', () => {
      const socket = opened();
      socket.receive(pong);
      socket.receive(heartbeat);
      socket.readyState = 2;
      const before = socket.sent.length;
      clock.advance(timings.heartbeatMs);
      expect(socket.sent).to.have.length(before);
    });
  });

  describe('when asked for a sign of life', () => {
    /** An open socket that has answered everything so far. */
    function answered(): FakeSocket {
      const socket = opened();
      socket.receive(pong);
      socket.receive(heartbeat);
      return socket;
    }

    it('asks at once, and lives on when anything is heard', () => {
      for (const answer of [pong, heartbeat, { topic: 'aws/other' }]) {
        const socket = answered();
        clock.advance(1_000);
        check();
        expect([socket.count('aws/ping'), socket.count('aws/heartbeat')]).to.deep.equal([2, 2]);
        clock.advance(timings.socketCheckMs - 1);
        socket.receive(answer);
        clock.advance(1_000);
        expect(told).to.deep.equal(['opened']);
        controller.abort();
        controller = new AbortController();
        told = [];
      }
    });

    it('is lost when nothing is heard in time', () => {
      answered();
      check();
      clock.advance(timings.socketCheckMs - 1);
      expect(told).to.deep.equal(['opened']);
      clock.advance(1);
      expect(told).to.deep.equal(['opened', 'lost']);
      expect(clock.waiting).to.equal(0);
    });

    it('gives no more time to who is asked twice', () => {
      answered();
      check();
      clock.advance(timings.socketCheckMs / 2);
      check();
      clock.advance(timings.socketCheckMs / 2);
      expect(told).to.deep.equal(['opened', 'lost']);
    });

    it('is lost at once when it has been silent while the device slept', () => {
      const socket = answered();
      clock.sleep(2 * timings.heartbeatMs + 1);
      check();
      expect(told).to.deep.equal(['opened', 'lost']);
      expect(socket.closedWith).to.equal(1_000);
    });

    it('is lost at once when it is closing', () => {
      answered().readyState = 2;
      check();
      expect(told).to.deep.equal(['opened', 'lost']);
    });

    it('keeps asking in its own time', () => {
      const socket = answered();
      clock.advance(timings.heartbeatMs - 1);
      check();
      clock.advance(1);
      expect(told).to.deep.equal(['opened']);
      socket.receive(pong);
      socket.receive(heartbeat);
      clock.advance(timings.heartbeatMs);
      expect(told).to.deep.equal(['opened']);
    });

    it('has its own time to open, and none when it is over', () => {
      const socket = connect()!;
      check();
      clock.advance(timings.socketCheckMs);
      expect(told).to.be.empty;
      controller.abort();
      check();
      clock.advance(60_000);
      expect(told).to.be.empty;
      expect(socket.sent).to.be.empty;
    });
  });

  describe('when time was lost between two beats', () => {
    it('asks, and is lost unless anything is heard soon', () => {
      const socket = opened();
      socket.receive(pong);
      socket.receive(heartbeat);
      clock.sleep(5 * 60_000);
      clock.advance(0);
      expect(socket.count('aws/ping')).to.equal(2);
      expect(told).to.deep.equal(['opened']);
      clock.advance(timings.socketCheckMs);
      expect(told).to.deep.equal(['opened', 'lost']);
    });

    it('lives on under timers that are merely held back, as those of hidden pages are', () => {
      const socket = opened();
      for (let minute = 0; minute < 10; minute += 1) {
        socket.receive(pong);
        socket.receive(heartbeat);
        clock.sleep(60_000);
        clock.advance(0);
      }
      expect(told).to.deep.equal(['opened']);
    });

    it('is lost at once when it already owed an answer', () => {
      opened();
      clock.sleep(5 * 60_000);
      clock.advance(0);
      expect(told).to.deep.equal(['opened', 'lost']);
    });
  });

  describe('when aborted', () => {
    it('closes with 1000 and says nothing', () => {
      const socket = opened();
      controller.abort();
      socket.break();
      clock.advance(60_000);
      expect(socket.closedWith).to.equal(1_000);
      expect(told).to.deep.equal(['opened']);
      expect(clock.waiting).to.equal(0);
    });

    it('stays silent when it opens only then', () => {
      const socket = connect()!;
      controller.abort();
      socket.open();
      expect(socket.sent).to.be.empty;
      expect(told).to.be.empty;
    });

    it('opens nothing when it was so from the start', () => {
      controller.abort();
      expect(connect()).to.be.undefined;
      expect(clock.waiting).to.equal(0);
    });
  });
});
