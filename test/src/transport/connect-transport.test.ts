import { expect } from '@open-wc/testing';
import { defaultTimings as timings } from '../../../src/engine/types.js';
import { createConnectTransport, type ConnectOptions } from '../../../src/transport/connect-transport.js';
import { fakeSockets, subscribed } from './fake-socket.js';
import { endedItem, epochOfTime, messageItem, time } from './items.js';
import { ManualClock } from './manual-clock.js';
import { rejection } from './rejection.js';

const started = {
  data: {
    startChatResult: {
      ContactId: 'contact-1',
      ParticipantId: 'participant-1',
      ParticipantToken: 'participant-token',
    },
    featurePermissions: { ATTACHMENTS: true },
  },
};

type Answer = (request: Request) => Response | Promise<Response>;
const json = (value: unknown, init?: ResponseInit) => () => new Response(JSON.stringify(value), init);
const never = () => new Promise<Response>(() => undefined);

describe('createConnectTransport', () => {
  let clock: ManualClock;
  let controller: AbortController;
  let options: ConnectOptions;
  let answers: Readonly<Record<string, Answer>>;
  let requests: Request[];

  beforeEach(() => {
    clock = new ManualClock(epochOfTime);
    controller = new AbortController();
    requests = [];
    options = {
      endpoint: 'https://start.example/',
      region: 'eu-west-2',
      contentType: 'application/json',
      customerName: 'Ada',
      contentTypes: ['text/plain'],
    };
    answers = { '/': json(started) };
  });

  function create(WebSocket?: ReturnType<typeof fakeSockets>['WebSocket']) {
    const fetcher: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const answer =
        answers[new URL(request.url).pathname] ?? json({ message: 'Not Found' }, { status: 404 });
      return Promise.resolve(answer(request));
    };
    return createConnectTransport({ options: () => options, timings, clock, fetch: fetcher, WebSocket });
  }

  const start = (transport = create()) => transport.startContact('attempt-1', controller.signal);

  it('starts a contact', async () => {
    expect(await start()).to.deep.equal({
      contact: { contactId: 'contact-1', participantId: 'participant-1' },
      credentials: { participantToken: 'participant-token' },
      features: { attachments: true },
    });
  });

  it('reads the options anew at each start', async () => {
    const transport = create();
    await start(transport);
    options = { ...options, customerName: 'Bea', region: 'us-east-1' };
    await start(transport);
    expect(await requests[1]?.json()).to.have.property('Username', 'Bea');
    answers = { '/participant/disconnect': json({}) };
    await transport.disconnect('connection-token', 'once', controller.signal);
    expect(requests[2]?.url).to.equal(
      'https://participant.connect.us-east-1.amazonaws.com/participant/disconnect',
    );
  });

  it('asks for a region when neither the page nor the answer names one', async () => {
    const { region: _, ...rest } = options;
    options = rest;
    expect(await rejection(start())).to.deep.equal({
      kind: 'configuration',
      code: 'configuration/missing-region',
    });
  });

  it('tells a mistaken participant endpoint before it starts anything', async () => {
    options = { ...options, participantEndpoint: 'ftp://a.example' };
    expect(await rejection(start())).to.deep.equal({
      kind: 'configuration',
      code: 'configuration/invalid-endpoint',
    });
    expect(requests).to.be.empty;
  });

  it('tells a start that takes too long from other calls that do', async () => {
    answers = { '/': never, '/participant/event': never };
    const transport = create();
    const starting = rejection(start(transport));
    const typing = rejection(transport.sendTyping('connection-token', controller.signal));
    await Promise.resolve();
    clock.advance(timings.requestTimeoutMs);
    expect(await starting).to.deep.equal({ kind: 'timeout', code: 'start-chat/timeout' });
    expect(await typing).to.deep.equal({ kind: 'timeout' });
  });

  it('rejects with an AbortError when aborted', async () => {
    answers = { '/': never };
    const starting = rejection(start());
    controller.abort();
    expect(await starting)
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
  });

  it('never rejects with anything but a failure', async () => {
    const broken = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('broken');
        },
      },
    );
    options = { ...options, chatDetails: broken };
    expect(await rejection(start())).to.deep.equal({ kind: 'invalid' });
  });

  describe('with a contact', () => {
    const call = (path: string, answer: Answer) => {
      answers = { [`/participant/${path}`]: answer };
      return create();
    };
    const sent = () => requests.at(-1)?.json() as Promise<unknown>;

    it('is granted a connection', async () => {
      const answer = {
        Websocket: { Url: 'wss://a.example/socket', ConnectionExpiry: '2026-11-21T04:15:12.000Z' },
        ConnectionCredentials: { ConnectionToken: 'connection-token', Expiry: '2026-11-22T03:15:12.001Z' },
      };
      const transport = call(
        'connection',
        json(answer, { headers: { date: 'Sat, 21 Nov 2026 03:25:12 GMT' } }),
      );
      const grant = await transport.createConnection(
        { participantToken: 'participant-token' },
        controller.signal,
      );
      expect(grant).to.deep.equal({
        connectionToken: 'connection-token',
        socketUrl: 'wss://a.example/socket',
        socketLifetimeMs: 50 * 60_000,
      });
      expect(requests[0]?.headers.get('x-amz-bearer')).to.equal('participant-token');
      expect(await sent()).to.deep.equal({ Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] });
    });

    it('fetches a page of the transcript', async () => {
      const answer = {
        InitialContactId: 'contact-1',
        NextToken: 'older',
        Transcript: [messageItem, endedItem],
      };
      const transport = call('transcript', json(answer));
      const page = await transport.fetchTranscript('connection-token', undefined, controller.signal);
      expect(page.entries.map(({ id }) => id)).to.deep.equal(['message-1', 'event-2']);
      expect(page.nextToken).to.equal('older');
      expect(await sent()).to.deep.equal({
        MaxResults: 100,
        ScanDirection: 'BACKWARD',
        SortOrder: 'ASCENDING',
      });
      await transport.fetchTranscript('connection-token', 'older', controller.signal);
      expect(await sent()).to.have.property('NextToken', 'older');
    });

    it('sends a message', async () => {
      const transport = call('message', json({ Id: 'message-1', AbsoluteTime: time }));
      const message = { text: 'Hello', contentType: 'text/markdown', clientToken: 'once' };
      expect(await transport.sendMessage('connection-token', message, controller.signal)).to.deep.equal({
        id: 'message-1',
        time: epochOfTime,
      });
      expect(await sent()).to.deep.equal({
        Content: 'Hello',
        ContentType: 'text/markdown',
        ClientToken: 'once',
      });
    });

    it('does not take a message without an id for sent', async () => {
      const transport = call('message', json({}));
      const message = { text: 'Hello', contentType: 'text/plain', clientToken: 'once' };
      const failure = await rejection(transport.sendMessage('connection-token', message, controller.signal));
      expect(failure).to.deep.equal({ kind: 'invalid' });
    });

    it('says that the customer is typing', async () => {
      await call('event', json({})).sendTyping('connection-token', controller.signal);
      expect(await sent()).to.include({ ContentType: 'application/vnd.amazonaws.connect.event.typing' });
    });

    it('disconnects', async () => {
      await call('disconnect', json({})).disconnect('connection-token', 'once', controller.signal);
      expect(await sent()).to.deep.equal({ ClientToken: 'once' });
    });

    it('reports refusals as failures', async () => {
      const transport = call('disconnect', json({ message: 'Forbidden' }, { status: 403 }));
      const failure = await rejection(transport.disconnect('connection-token', 'once', controller.signal));
      expect(failure).to.deep.equal({ kind: 'forbidden', status: 403 });
    });

    it('opens a socket', () => {
      const { WebSocket, sockets } = fakeSockets();
      const told: string[] = [];
      const listener = {
        opened: () => told.push('opened'),
        received: () => undefined,
        lost: () => told.push('lost'),
      };
      create(WebSocket).openSocket('wss://a.example/', listener, controller.signal);
      sockets[0]?.open();
      sockets[0]?.receive(subscribed);
      expect(told).to.deep.equal(['opened']);
    });
  });
});
