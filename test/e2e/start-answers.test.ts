import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ConnectChat } from '../../src/connect-chat.js';
import type { ConnectChatError } from '../../src/errors.js';
import { english } from '../../src/i18n/strings.js';
import { shapes } from '../src/transport/start-chat-answers.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const endpoint = '/test/endpoint';

/** Makes the endpoint answer well: with a contact that nobody serves. */
async function mend(): Promise<string> {
  const started = await stage.control.start();
  stage.answer(endpoint, () => Response.json(started));
  return started.ContactId;
}

/** How often `text` has reached the service. */
async function arrivals(id: string, text: string): Promise<number> {
  const { requests } = await stage.control.contact(id);
  return requests.filter(({ operation, body }) => operation === 'SendMessage' && body['Content'] === text)
    .length;
}

const json = (body: unknown, status = 200) => Response.json(body, { status });
const html = (status: number) =>
  new Response('<!doctype html><title>Oops</title><h1>Something broke</h1><script>pwned()</script>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** An answer that starts no chat, and the code that it is told with. */
interface Refusal {
  readonly code: string;
  readonly answer: () => Response;
  /** What is shown when it is not our own sentence for the code. */
  readonly sentence?: string;
  /** What the page is told when it is not what is shown: the endpoint's own words. */
  readonly told?: string;
}

const closed = 'We answer on weekdays from 9 to 17.';

const refusals: Readonly<Record<string, Refusal>> = {
  'text that is no JSON': { code: 'start-chat/bad-answer', answer: () => new Response('It works!') },
  'half a JSON': { code: 'start-chat/bad-answer', answer: () => new Response('{"data":{"startChatRes') },
  nothing: { code: 'start-chat/bad-answer', answer: () => new Response(null, { status: 204 }) },
  null: { code: 'start-chat/bad-answer', answer: () => json(null) },
  'an array': { code: 'start-chat/bad-answer', answer: () => json([]) },
  'empty layers': { code: 'start-chat/bad-answer', answer: () => json({ data: { startChatResult: {} } }) },
  'a contact without its token': { code: 'start-chat/bad-answer', answer: () => json({ ContactId: 'c' }) },
  'names of the prototype': {
    code: 'start-chat/bad-answer',
    answer: () => new Response('{"__proto__":{"ContactId":"c","ParticipantToken":"t"}}'),
  },
  'two megabytes': { code: 'start-chat/bad-answer', answer: () => new Response('x'.repeat(2_000_000)) },
  'a page under status 200': { code: 'start-chat/bad-answer', answer: () => html(200) },
  'an error under status 200': {
    code: 'start-chat/refused',
    answer: () => json({ data: { Error: { name: 'AccessDeniedException' } } }),
  },
  'a crashed Lambda function': {
    code: 'start-chat/refused',
    answer: () => json({ errorType: 'Error', errorMessage: 'x is undefined', trace: [] }),
  },
  'a status inside': {
    code: 'start-chat/server-error',
    answer: () => json({ statusCode: 500, body: JSON.stringify({ error: 'boom' }) }),
    told: 'boom',
  },
  '400': { code: 'start-chat/refused', answer: () => json({ message: 'Bad Request' }, 400) },
  '401': { code: 'start-chat/unauthorized', answer: () => json({ message: 'Unauthorized' }, 401) },
  '403': { code: 'start-chat/unauthorized', answer: () => html(403) },
  '404 with a page': { code: 'start-chat/refused', answer: () => html(404) },
  '429': { code: 'start-chat/throttled', answer: () => json({}, 429) },
  '500': { code: 'start-chat/server-error', answer: () => json({ message: 'Internal server error' }, 500) },
  '502 with a page': { code: 'start-chat/server-error', answer: () => html(502) },
  '503': { code: 'start-chat/unavailable', answer: () => html(503) },
  '503 with a sentence': {
    code: 'start-chat/unavailable',
    answer: () => json({ message: closed }, 503),
    sentence: closed,
  },
  '409 with a sentence': {
    code: 'start-chat/unavailable',
    answer: () => json({ error: { message: closed } }, 409),
    sentence: closed,
  },
  'a broken connection': { code: 'start-chat/unreachable', answer: () => Response.error() },
};

/** Waits for the error screen and checks what it says, and what the page is told. */
async function seeError(chat: ChatView, { code, sentence, told }: Omit<Refusal, 'answer'>): Promise<void> {
  const screen = chat.element.locator('[part=start-error]');
  await screen.waitFor();
  const words = sentence ?? english.errors[code];
  assert.equal(await screen.locator('code').textContent(), code);
  assert.equal(await screen.locator('.screen-text').textContent(), words);
  const error = (await chat.events('error')).at(-1)?.detail;
  assert.deepEqual([error?.['code'], error?.['message']], [code, told ?? words]);
}

const forgive = /Failed to load resource/;

describe('the answer of a start-chat endpoint', () => {
  // All on one page: that the chats of many elements do not meet is shown on the way.
  it('starts the chat in every shape in use', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    for (const [name, shape] of Object.entries(shapes)) {
      await t.test(name, async () => {
        const { ContactId, ParticipantId, ParticipantToken } = await stage.control.start();
        const text = (typeof shape === 'string' ? shape : JSON.stringify(shape))
          .replaceAll('contact-1', ContactId)
          .replaceAll('participant-1', ParticipantId)
          .replaceAll('token-1', ParticipantToken);
        stage.answer(endpoint, () => new Response(text));
        const chat = await mount(page, { attributes: { 'start-chat-endpoint': endpoint } });
        await chat.send('hello');
        await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
        assert.equal(await chat.connected(), ContactId);
      });
    }
  });

  it('is explained and can be tried again when it starts none', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { forgive });
    for (const [name, refusal] of Object.entries(refusals)) {
      await t.test(name, async () => {
        stage.answer(endpoint, refusal.answer);
        const chat = await mount(page, { attributes: { 'start-chat-endpoint': endpoint } });
        await chat.send('please keep this');
        await seeError(chat, refusal);
        const id = await mend();
        await chat.button('Try again').click();
        await chat.messages('please keep this').filter({ hasText: 'Sent' }).waitFor();
        assert.equal(await chat.connected(), id);
        assert.equal(await arrivals(id, 'please keep this'), 1);
        assert.equal(await chat.messages().count(), 1);
        await chat.element.evaluate((element) => element.remove());
      });
    }
  });

  it('is not waited for without end', async (t) => {
    const asked = new Promise<void>((resolve) => {
      stage.answer(endpoint, ({ signal }) => {
        resolve();
        return new Promise((answered) => signal.addEventListener('abort', () => answered(Response.error())));
      });
    });
    const page = await stage.visit(t, '/test/blank.html', { prepare: (fresh) => fresh.clock.install() });
    const chat = await mount(page, { attributes: { 'start-chat-endpoint': endpoint } });
    await chat.send('is anybody there');
    await asked;
    await page.clock.fastForward(15_000);
    await seeError(chat, { code: 'start-chat/timeout' });
    const id = await mend();
    await chat.button('Try again').click();
    await chat.messages('is anybody there').filter({ hasText: 'Sent' }).waitFor();
    assert.equal(await arrivals(id, 'is anybody there'), 1);
  });

  it('gives way to what the page shows while the chat is closed', async (t) => {
    stage.answer(endpoint, () => json({ message: closed }, 503));
    const page = await stage.visit(t, '/test/blank.html', { forgive });
    const chat = await mount(page, {
      attributes: { 'start-chat-endpoint': endpoint },
      slotted: { unavailable: 'Call us on 555 0100.' },
    });
    assert.equal(await page.getByText('Call us on').isVisible(), false);
    await chat.send('hello');
    await page.getByText('Call us on 555 0100.').waitFor();
    assert.equal(await chat.element.getByText(closed).count(), 0);
    assert.equal((await chat.events('error'))[0]?.detail['message'], closed);
  });
});

describe('a page that is set up wrong', () => {
  const cases = {
    'configuration/missing-endpoint': { 'start-chat-endpoint': false },
    'configuration/missing-region': { 'participant-endpoint': false },
    'configuration/invalid-endpoint': { 'start-chat-endpoint': 'javascript:alert(1)' },
  } as const;
  for (const [code, attributes] of Object.entries(cases)) {
    it(`is told ${code}, and the message is kept until it is mended`, async (t) => {
      const page = await stage.visit(t, '/test/blank.html');
      const chat = await mount(page, { attributes });
      await chat.send('patience');
      await seeError(chat, { code });
      assert.equal(await chat.button('Try again').count(), 0);
      const rejected = chat.element.evaluate((element: ConnectChat) =>
        element.start().catch((error: unknown) => {
          const { code: told, recoverable } = error as ConnectChatError;
          return [told, recoverable];
        }),
      );
      assert.deepEqual(await rejected, [code, false]);
      await chat.element.evaluate((element: ConnectChat) => {
        element.setAttribute('start-chat-endpoint', '/test/start');
        element.setAttribute('participant-endpoint', location.origin);
        return element.start();
      });
      const id = await chat.connected();
      await until('the message at the service', async () => (await arrivals(id, 'patience')) === 1);
    });
  }
});
