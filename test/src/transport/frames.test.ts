import { expect } from '@open-wc/testing';
import { decodeFrame, heartbeatFrame, pingFrame, subscribeFrame } from '../../../src/transport/frames.js';
import { messageItem } from './items.js';

const frame = (value: unknown) => decodeFrame(JSON.stringify(value));

describe('decodeFrame', () => {
  it('reads the answer to subscribing', () => {
    expect(
      frame({ topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } }),
    ).to.deep.equal({
      type: 'subscribed',
    });
    expect(frame({ topic: 'aws/subscribe', content: { status: 'success' } })).to.deep.equal({
      type: 'subscribed',
    });
  });

  it('takes any answer to a ping as a sign of life', () => {
    expect(frame({ topic: 'aws/ping', statusCode: 200, statusContent: 'OK' })).to.deep.equal({
      type: 'pong',
    });
    expect(frame({ topic: 'aws/ping', statusCode: 500, statusContent: 'unwell' })).to.deep.equal({
      type: 'pong',
    });
  });

  it('reads a heartbeat', () => {
    expect(frame({ topic: 'aws/heartbeat' })).to.deep.equal({ type: 'heartbeat' });
  });

  it('reads an item, encoded twice or once', () => {
    for (const content of [JSON.stringify(messageItem), messageItem]) {
      const read = frame({ topic: 'aws/chat', contentType: 'application/json', content });
      expect(read?.type === 'item' && read.fact.type).to.equal('entry-received');
    }
  });

  for (const [name, data] of [
    ['nothing', ''],
    ['text that is no JSON', 'hello'],
    ['bytes', new ArrayBuffer(8)],
    ['a number', '42'],
    ['a list', '[]'],
    ['an error of the gateway', '{"message":"Forbidden","connectionId":"c","requestId":"r"}'],
    ['another topic', '{"topic":"aws/other","content":{}}'],
    ['a topic that is no text', '{"topic":{}}'],
    [
      'a refused subscription',
      '{"topic":"aws/subscribe","content":{"status":"failure","topics":["aws/chat"]}}',
    ],
    [
      'a subscription to something else',
      '{"topic":"aws/subscribe","content":{"status":"success","topics":["other"]}}',
    ],
    ['a subscription without content', '{"topic":"aws/subscribe"}'],
    ['an item that is no JSON', '{"topic":"aws/chat","content":"{"}'],
    ['an item without content', '{"topic":"aws/chat"}'],
    ['nesting without end', `{"topic":"aws/chat","content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    [
      'a frame of more than a megabyte',
      JSON.stringify({ topic: 'aws/heartbeat', padding: 'x'.repeat(1_000_000) }),
    ],
    [
      'the same in letters of three bytes',
      JSON.stringify({ topic: 'aws/heartbeat', padding: '字'.repeat(350_000) }),
    ],
  ] as const) {
    it(`ignores ${name}`, () => {
      expect(decodeFrame(data)).to.be.undefined;
    });
  }

  it('reads long frames below the bound', () => {
    expect(frame({ topic: 'aws/heartbeat', padding: '字'.repeat(330_000) })).to.deep.equal({
      type: 'heartbeat',
    });
  });
});

describe('frames that are sent', () => {
  it('are exactly what the service expects', () => {
    expect(subscribeFrame).to.equal('{"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}');
    expect(pingFrame).to.equal('{"topic":"aws/ping"}');
    expect(heartbeatFrame).to.equal('{"topic":"aws/heartbeat"}');
  });
});
