import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { hostileMessages } from '../fixtures/hostile-messages.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const item = (more: object) => ({
  topic: 'aws/chat',
  contentType: 'application/json',
  content: JSON.stringify({
    Id: 'x',
    AbsoluteTime: '2026-01-01T00:00:00.000Z',
    Type: 'MESSAGE',
    ContentType: 'text/plain',
    Content: 'a frame',
    ParticipantRole: 'AGENT',
    ...more,
  }),
});
const chat = (content: unknown) => ({ topic: 'aws/chat', contentType: 'application/json', content });

/** Frames by what is wrong with them; text is sent as it is. */
const frames: Readonly<Record<string, unknown>> = {
  'no JSON': 'not json',
  'half a JSON': '{"topic":"aws/chat","content":"{',
  nothing: '',
  'white space': ' \n ',
  null: 'null',
  'a number': '1e999',
  'an array': [],
  'a string': '"aws/chat"',
  'two megabytes of noise': 'x'.repeat(2_000_000),
  'two megabytes of JSON': item({ Type: 'NOISE', Content: 'x'.repeat(2_000_000) }),
  'deep JSON': '['.repeat(100_000) + ']'.repeat(100_000),
  'no topic': {},
  'an unknown topic': { topic: 'aws/something-new', content: '{}' },
  'a topic that is no text': { topic: { topic: 'aws/chat' } },
  'a topic of the prototype': { topic: '__proto__', content: '{}' },
  'a topic of the constructor': { topic: 'constructor', content: '{}' },
  'an error as topic': { topic: 'aws/subscribe', content: { status: 'failure', topics: ['aws/chat'] } },
  'an unhealthy heartbeat': { topic: 'aws/heartbeat', statusCode: 500, statusContent: 'ERROR' },
  'chat without content': { topic: 'aws/chat' },
  'chat with an object': chat({ Content: 'unencoded' }),
  'chat with null': chat(null),
  'chat with no JSON': chat('not json'),
  'chat with JSON null': chat('null'),
  'an empty item': chat('{}'),
  'an item without an id': item({ Id: undefined }),
  'an item with an id that is no text': item({ Id: { toString: 1 } }),
  'an item without a type': item({ Type: undefined }),
  'an unknown type': item({ Type: 'HOLOGRAM' }),
  'an unknown event': item({ Type: 'EVENT', ContentType: 'application/vnd.amazonaws.connect.event.new' }),
  'an item without content': item({ Content: undefined }),
  'content that is no text': item({ Content: { text: 'x' } }),
  'a content type that is no text': item({ ContentType: 7 }),
  'an impossible time': item({ AbsoluteTime: 'half past nine' }),
  'a time out of range': item({ Id: 'out', AbsoluteTime: '+275761-01-01T00:00:00.000Z' }),
  'a role of the prototype': item({ ParticipantRole: '__proto__' }),
  'a participant of the prototype': item({ ParticipantId: 'constructor', DisplayName: ['toString'] }),
  'members of the prototype': chat('{"__proto__":{"Type":"MESSAGE","Id":"p","Content":"p"}}'),
  'receipts that are none': item({ Type: 'MESSAGEMETADATA', MessageMetadata: { Receipts: [null, 1, {}] } }),
  'a receipt for nothing': item({ Type: 'MESSAGEMETADATA', MessageMetadata: { MessageId: '__proto__' } }),
  'a chunk of nothing': item({ MessageMetadata: { ChunkNumber: -1, MessageCompleted: 'no' } }),
  'attachments that are none': item({ Type: 'ATTACHMENT', Attachments: 'all of them' }),
};

/** Texts of everything in the log that stands for a message. */
function bodies(view: ChatView): Promise<readonly string[]> {
  return view.log
    .locator('[part~=bubble], [part~=card], [part~=attachment]')
    .evaluateAll((all) => all.map((one) => one.textContent.replace(/[\s\u200b]+/g, ' ').trim()));
}

async function connect(page: Page): Promise<readonly [ChatView, string]> {
  const view = await mount(page);
  await view.send('hello');
  const id = await view.connected();
  await view.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  return [view, id];
}

describe('a frame from the service', () => {
  it('never harms the chat', async (t) => {
    // The browser logs that there is no such file as a frame has told of.
    const page = await stage.visit(t, '/test/blank.html', {
      forgive: /status of 400 .*\/participant\/attachment$/,
    });
    const [view, id] = await connect(page);
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    for (const [name, frame] of Object.entries(frames)) {
      await t.test(name, async () => {
        await stage.control.frame(id, typeof frame === 'string' ? frame : JSON.stringify(frame));
        await stage.control.agent(id, 'message', { content: `after ${name}.` });
        await view.messages(`after ${name}.`).waitFor();
        assert.ok(
          (await bodies(view)).every((text) => text !== ''),
          'No bubble is empty.',
        );
      });
    }
    const { requests, sockets } = await stage.control.contact(id);
    const connections = requests.filter(({ operation }) => operation === 'CreateParticipantConnection');
    assert.deepEqual([connections.length, sockets.length], [1, 1], 'No frame has cost the connection.');
    await view.send('still here');
    await view.messages('still here').filter({ hasText: 'Sent' }).waitFor();
  });
});

describe('hostile content', () => {
  const types = {
    plain: 'text/plain',
    markdown: 'text/markdown',
    interactive: 'application/vnd.amazonaws.connect.message.interactive',
    JSON: 'application/json',
    unknown: 'application/x-never-heard-of',
  };
  // A declared picture at a good address is fetched, and may be.
  const picture = (text: string) => (text.startsWith('https:') ? undefined : text);
  const wrap: Readonly<Record<string, (text: string) => string>> = {
    interactive: (text) =>
      JSON.stringify({
        templateType: 'ListPicker',
        version: '1.0',
        data: {
          content: { title: text, subtitle: text, elements: [{ title: text, imageData: picture(text) }] },
        },
      }),
    JSON: (text) => JSON.stringify({ [text.slice(0, 100)]: text, url: text }),
  };

  /** What the widget itself asks for: its chunks, and the service's receipts. */
  const own = /^\/(dist\/chunks\/[\w-]+\.js|participant\/event)$/;

  for (const [name, ContentType] of Object.entries(types)) {
    it(`does nothing as ${name}, and is something to read`, async (t) => {
      const requests: string[] = [];
      const page = await stage.visit(t, '/test/blank.html', {
        prepare: (fresh) =>
          void fresh.on('request', (request) => requests.push(new URL(request.url()).pathname)),
      });
      const [view, id] = await connect(page);
      await stage.control.add(id, { Content: '**Nothing** has happened yet.', ContentType: 'text/markdown' });
      await view.log.locator('strong').waitFor();
      requests.length = 0;
      await stage.control.add(
        id,
        ...hostileMessages.map(({ text }, index) => ({
          Id: `hostile-${index}`,
          ContentType,
          Content: wrap[name]?.(text) ?? text,
          DisplayName: text.slice(0, 200),
        })),
        { Id: 'last', Content: 'The last one.' },
      );
      await view.messages('The last one.').waitFor();
      // Whatever reacts to the pointer, to focus or to being seen gets its chance.
      for (const message of await view.messages().all()) {
        await message.evaluate((element) => {
          element.scrollIntoView({ block: 'center' });
          for (const inner of element.querySelectorAll<HTMLElement>('*')) {
            inner.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
            inner.focus({ preventScroll: true });
          }
        });
      }
      await view.settled();
      const { tags, links, inline } = await view.log.evaluate((log) => {
        const all = [...log.querySelectorAll('[part~=bubble] *, [part~=card] .card-text *')];
        const attributes = all.flatMap((one) => [...one.attributes].map(({ name: attribute }) => attribute));
        return {
          tags: [...new Set(all.map(({ localName }) => localName))].sort(),
          links: [...log.querySelectorAll('a')].map(({ protocol, rel, target }) => [protocol, rel, target]),
          inline: attributes.filter((attribute) => /^on|^style$|^id$|^name$|^part$|^slot$/.test(attribute)),
        };
      });
      const allowed =
        /^(a|b|blockquote|br|code|del|em|h[1-6]|hr|li|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|ul|input|div)$/;
      assert.deepEqual(
        tags.filter((tag) => !allowed.test(tag)),
        [],
      );
      assert.deepEqual(inline, []);
      for (const [protocol = '', rel, target] of links) {
        assert.match(protocol, /^(https?|mailto|tel):$/);
        assert.deepEqual([rel, target], ['noopener noreferrer', '_blank']);
      }
      const foreign = requests.filter((path) => !own.test(path));
      assert.deepEqual(foreign, [], 'Nothing is fetched but our own code, and receipts are sent.');
      assert.equal(new URL(page.url()).pathname, '/test/blank.html');
      const empty = (await bodies(view)).filter((text) => text === '');
      assert.deepEqual(empty, [], 'No bubble is empty.');
      const shown = await view.messages().count();
      assert.ok(shown >= hostileMessages.length, `${shown} of ${hostileMessages.length} are shown.`);
    });
  }
});
