import type { Page } from 'playwright-core';
import { createControl } from '../../demo/emulator/control-client.js';
import { mount, type ChatView } from './e2e-chat.js';
import type { Stage } from './e2e-stage.js';

/** Called in each state that a chat can be in, while the page shows it. */
export type Look = (name: string, chat: ChatView) => Promise<void>;

/**
 * Walks a floating chat on `page` through every state that it has, the launcher first. The page needs a clock that can be hurried
 * (`page.clock.install()`), and must be forgiven what the browser logs about refused requests.
 */
export async function walk(stage: Stage, page: Page, look: Look): Promise<ChatView> {
  const answering = { avatars: {}, participantNames: { bot: 'Halden Assistant', agent: 'Maya' } };
  const chat = await mount(page, { attributes: { floating: true }, properties: answering });
  const see = async (name: string) => {
    await chat.settled();
    await look(name, chat);
  };
  await chat.launcher.waitFor();
  await see('launcher closed');
  await chat.open();
  await see('welcome');
  await refused(stage, chat, see);
  const id = await starting(stage, chat, see);
  await conversation(stage, chat, id, see);
  await trouble(stage, chat, id, see);
  await layers(chat, see);
  await unread(stage, chat, id, see);
  await stage.control.end(id);
  await chat.button('Start a new chat').waitFor();
  await see('ended');
  return chat;
}

type See = (name: string) => Promise<void>;

async function refused(stage: Stage, chat: ChatView, see: See): Promise<void> {
  const start = '/test/refused';
  stage.answer(start, () => Response.json({}, { status: 500 }));
  await chat.element.evaluate((element, path) => element.setAttribute('start-chat-endpoint', path), start);
  await chat.send('Hello, my lamp hums.');
  await chat.element.locator('[part=start-error]').waitFor();
  await see('start error');
  stage.answer(start, () =>
    Response.json({ message: 'We answer on weekdays from 9 to 17.' }, { status: 503 }),
  );
  await chat.button('Try again').click();
  await chat.element.locator('[part=start-error]').getByText('We answer on weekdays').waitFor();
  // Under the pointer, colours are others.
  await chat.button('Try again').hover();
  await see('closed');
}

async function starting(stage: Stage, chat: ChatView, see: See): Promise<string> {
  const start = '/test/slow';
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  stage.answer(start, async () => {
    await held;
    return Response.json(await stage.control.start({ displayName: 'Sam' }));
  });
  await chat.element.evaluate((element, path) => element.setAttribute('start-chat-endpoint', path), start);
  await chat.button('Try again').click();
  await chat.element.getByText('Starting your chat').waitFor();
  await see('starting');
  release();
  return chat.connected();
}

async function conversation(stage: Stage, chat: ChatView, id: string, see: See): Promise<void> {
  const { control } = stage;
  const bot = { ParticipantRole: 'SYSTEM', ParticipantId: 'bot', DisplayName: 'BOT' };
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000).toISOString();
  await control.add(id, { ...bot, Content: 'Welcome to Halden.', AbsoluteTime: yesterday });
  await control.add(
    id,
    {
      ...bot,
      Content: 'Our **three** lamps:\n\n1. `Fjell`\n2. [Lykt](https://example.com)',
      ContentType: 'text/markdown',
    },
    {
      ...bot,
      Content:
        '{"templateType":"ListPicker","data":{"content":{"title":"Which?","elements":[{"title":"Fjell"}]}}}',
      ContentType: 'application/vnd.amazonaws.connect.message.interactive',
    },
    {
      ...bot,
      Id: 'stream',
      Content: 'It began ',
      MessageMetadata: { ChunkNumber: 1, MessageCompleted: false },
    },
  );
  await chat.messages('It began').waitFor();
  await see('bot');
  await control.add(id, {
    ...bot,
    Id: 'stream',
    Content: 'It began in 1962.',
    MessageMetadata: { ChunkNumber: 2, MessageCompleted: true },
  });
  await control.agent(id, 'join', { displayName: 'Maya' });
  await control.agent(id, 'message', { content: 'Hi, I am looking at your order.' });
  await control.add(id, {
    Attachments: [
      {
        AttachmentId: 'a',
        AttachmentName: 'return-label-2026.pdf',
        ContentType: 'application/pdf',
        Status: 'APPROVED',
      },
    ],
  });
  await control.agent(id, 'read');
  await chat.messages('Hello, my lamp hums.').filter({ hasText: 'Read' }).waitFor();
  await control.agent(id, 'typing');
  await chat.element.getByText('Maya is writing').waitFor();
  await see('agent, file, typing');
  await files(stage, chat, id, see);
  await cards(stage, chat, id, see);
}

/** Cards of which each shows what it asks while it is the last. */
async function cards({ control }: Stage, chat: ChatView, id: string, see: See): Promise<void> {
  const open = async (templateType: string, content: object, part: string) => {
    await control.add(id, {
      Content: JSON.stringify({ templateType, version: '1.0', data: { content } }),
      ContentType: 'application/vnd.amazonaws.connect.message.interactive',
    });
    await chat.log.locator(`[part~=${part}]`).first().waitFor();
    await see(templateType);
  };
  const timeslots = [{ date: '2099-01-10T10:00+0000', duration: 60 }];
  await open('TimePicker', { title: 'When?', timeslots }, 'time-slot');
  await open(
    'QuickReply',
    { title: 'All good?', elements: [{ title: 'Yes' }, { title: 'No' }] },
    'quick-reply',
  );
}

async function files(stage: Stage, chat: ChatView, id: string, see: See): Promise<void> {
  const content = new Blob([new Uint8Array(await chat.page.screenshot())]);
  await createControl(`${stage.origin}/control`).sendAttachment(id, { name: 'lamp.png', content });
  await chat.log.locator('[part~=picture]').waitFor();
  const chosen = ['receipt.pdf', 'setup.exe'].map((name) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(name),
  }));
  await chat.element.locator('input[type=file]').setInputFiles(chosen);
  await chat.button('Remove setup.exe').waitFor();
  await see('picture, files to send');
  for (const { name } of chosen) await chat.button(`Remove ${name}`).click();
}

async function trouble(stage: Stage, chat: ChatView, id: string, see: See): Promise<void> {
  const { page } = chat;
  await stage.control.fault('status', { operation: 'SendMessage', status: 400, times: 1, contactId: id });
  await chat.send('This one is refused');
  await chat
    .messages('This one is refused')
    .locator('[part~=status]', { hasText: /turned down|Not sent/ })
    .waitFor();
  await see('failed message');
  await chat.composer.fill('å'.repeat(8_200));
  await chat.element.locator('[part=composer-note]').waitFor();
  await see('too long');
  await chat.composer.fill('');
  await page.context().setOffline(true);
  await chat.element.getByText('You’re offline').waitFor();
  await chat.send('Written offline');
  await chat.messages('Written offline').filter({ hasText: 'Waiting to send' }).waitFor();
  await see('offline');
  await stage.control.fault('status', { operation: 'CreateParticipantConnection', status: 503 });
  await page.context().setOffline(false);
  await chat.element.locator('[part=banner]', { hasText: 'Reconnecting.' }).waitFor();
  await see('reconnecting');
  await stage.control.clearFaults();
  await chat.reconnected();
  await chat.element.getByText('Back online. Nothing was lost.').waitFor();
  await see('back online');
}

async function layers(chat: ChatView, see: See): Promise<void> {
  await chat.button('Formatting').click();
  await chat.element.getByRole('toolbar').waitFor();
  await see('formatting');
  await chat.button('Formatting').click();
  await chat.button('Chat options').click();
  await chat.button('End chat').waitFor();
  await see('menu');
  await chat.button('End chat').click();
  await chat.element.getByRole('alertdialog').waitFor();
  await see('end dialog');
  await chat.button('Keep chatting').click();
}

async function unread(stage: Stage, chat: ChatView, id: string, see: See): Promise<void> {
  await chat.log.evaluate((log) => log.scrollTo(0, 0));
  await chat.element.locator('[part=jump]').waitFor();
  await stage.control.agent(id, 'message', { content: 'Said while you read above.' });
  await chat.element.getByRole('button', { name: '1 new message' }).waitFor();
  await see('reading above');
  await chat.button('Minimise chat').click();
  await chat.composer.waitFor({ state: 'hidden' });
  await stage.control.agent(id, 'message', { content: 'Said while closed.' });
  await chat.element.locator('[part=badge]').waitFor();
  await see('launcher with news');
  await chat.open();
  await chat.messages('Said while closed.').waitFor();
  await see('news divider');
}
