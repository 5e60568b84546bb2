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

    for (const [status, processing] of [
      ['PROCESSING', 'processing'],
      ['FAILED', 'failed'],
      ['REJECTED', 'rejected'],
    ] as const) {
      it(`tells that a sent message is ${processing}`, async () => {
        const answer = { Id: 'message-1', MessageMetadata: { MessageProcessingStatus: status } };
        const message = { text: 'Hello', contentType: 'text/plain', clientToken: 'once' };
        const sending = call('message', json(answer)).sendMessage('token', message, controller.signal);
        expect(await sending).to.deep.equal({ id: 'message-1', processing });
      });
    }

    for (const answer of [
      { Id: 'message-1', AbsoluteTime: { toString: 7 }, MessageMetadata: 'PROCESSING' },
      { Id: 'message-1', AbsoluteTime: 12, MessageMetadata: { MessageProcessingStatus: 'toString' } },
      { Id: 'message-1', MessageMetadata: { MessageProcessingStatus: ['FAILED'] } },
    ]) {
      it(`takes a message for sent whatever else is said of it: ${JSON.stringify(answer)}`, async () => {
        const message = { text: 'Hello', contentType: 'text/plain', clientToken: 'once' };
        const sending = call('message', json(answer)).sendMessage('token', message, controller.signal);
        expect(await sending).to.deep.equal({ id: 'message-1' });
      });
    }

    for (const kind of ['delivered', 'read'] as const) {
      it(`says that a message was ${kind}`, async () => {
        const receipt = { messageId: 'message-"1"', kind, clientToken: 'once' };
        await call('event', json({})).sendReceipt('connection-token', receipt, controller.signal);
        expect(await sent()).to.deep.equal({
          ContentType: `application/vnd.amazonaws.connect.event.message.${kind}`,
          Content: '{"messageId":"message-\\"1\\""}',
          ClientToken: 'once',
        });
      });
    }

    it('says that the customer is typing', async () => {
      await call('event', json({})).sendTyping('connection-token', controller.signal);
      expect(await sent()).to.include({ ContentType: 'application/vnd.amazonaws.connect.event.typing' });
    });

    it('disconnects', async () => {
      await call('disconnect', json({})).disconnect('connection-token', 'once', controller.signal);
      expect(await sent()).to.deep.equal({ ClientToken: 'once' });
    });

    it('leaves by a request that outlives the page, sent before anything else can happen', async () => {
      const transport = call('disconnect', json({}));
      transport.leave('connection-token', 'once');
      const channel = new MessageChannel();
      await new Promise((resolve) => {
        channel.port1.onmessage = resolve;
        channel.port2.postMessage('the next task');
      });
      channel.port1.close();
      expect(requests[0]).to.include({ keepalive: true, method: 'POST' });
      expect(requests[0]?.headers.get('x-amz-bearer')).to.equal('connection-token');
      expect(await sent()).to.deep.equal({ ClientToken: 'once' });
      expect(clock.waiting).to.equal(0);
    });

    it('leaves without a word when that fails', async () => {
      call('disconnect', () => Promise.reject(new TypeError('Failed to fetch'))).leave('token', 'once');
      options = { ...options, participantEndpoint: 'ftp://a.example' };
      create().leave('token', 'once');
      await new Promise((resolve) => setTimeout(resolve));
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
      const check = create(WebSocket).openSocket('wss://a.example/', listener, controller.signal);
      sockets[0]?.open();
      sockets[0]?.receive(subscribed);
      expect(told).to.deep.equal(['opened']);
      check();
      clock.advance(timings.socketCheckMs);
      expect(told).to.deep.equal(['opened', 'lost']);
    });
  });

  describe('finding the service of a contact', () => {
    const details = started.data.startChatResult;
    const kept = 'https://kept.example/service';
    const refused = { kind: 'invalid' };
    const reach = async (participantEndpoint?: string, transport = create()) => {
      const credentials = {
        participantToken: 'another-token',
        ...(participantEndpoint && { participantEndpoint }),
      };
      answers = {
        ...answers,
        '/participant/connection': json({}),
        '/service/participant/connection': json({}),
      };
      expect(await rejection(transport.createConnection(credentials, controller.signal))).to.deep.equal(
        refused,
      );
      return new URL(requests.at(-1)!.url).origin;
    };

    for (const [name, page, answer, expected] of [
      ['the URL of the answer', {}, { participantEndpoint: kept }, kept],
      [
        'that of the region of the answer',
        {},
        { region: 'us-west-2' },
        'https://participant.connect.us-west-2.amazonaws.com/',
      ],
      [
        "nothing where the page's region decides",
        { region: 'eu-west-2' },
        { region: 'us-west-2' },
        undefined,
      ],
      [
        "nothing where the page's URL decides",
        { participantEndpoint: 'https://own.example' },
        { participantEndpoint: kept, region: 'us-west-2' },
        undefined,
      ],
      ['nothing where the answer says nothing', { region: 'eu-west-2' }, {}, undefined],
    ] as const) {
      it(`keeps ${name} with the credentials`, async () => {
        const { region: _, ...rest } = options;
        options = { ...rest, ...page };
        answers = { '/': json({ ...details, ...answer }) };
        const { credentials } = await start();
        expect(credentials).to.deep.equal({
          participantToken: 'participant-token',
          ...(expected && { participantEndpoint: expected }),
        });
      });
    }

    it('goes where a contact lives that was not started here', async () => {
      expect(await reach(kept)).to.equal('https://kept.example');
      expect(requests.at(-1)?.url).to.equal('https://kept.example/service/participant/connection');
    });

    it('leaves the contact that was started here for another one', async () => {
      const transport = create();
      await start(transport);
      expect(await reach(kept, transport)).to.equal('https://kept.example');
    });

    it("believes the page's own URL before what was kept", async () => {
      options = { ...options, participantEndpoint: 'https://own.example' };
      expect(await reach(kept)).to.equal('https://own.example');
    });

    for (const hostile of [
      undefined,
      'javascript:alert(1)',
      'ftp://a.example',
      'data:text/plain,x',
      'http://',
      'https://me:pass@a.example',
      'wss://a.example',
      '\u0000',
    ]) {
      it(`goes by the region when ${JSON.stringify(hostile)} was kept`, async () => {
        expect(await reach(hostile)).to.equal('https://participant.connect.eu-west-2.amazonaws.com');
      });
    }

    it('uses the FIPS endpoint where the page asks for it', async () => {
      options = { ...options, region: 'us-east-1', fips: true };
      expect(await reach()).to.equal('https://participant.connect-fips.us-east-1.amazonaws.com');
    });
  });
});
