import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { word, type Exhibit, type Scene } from './e2e-exhibits.js';

const pdf = (name: string, bytes = 1_000) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(bytes, 1),
});

/** Puts files into the composer. */
async function choose({ chat }: Scene, ...files: readonly ReturnType<typeof pdf>[]): Promise<void> {
  await chat.element.locator('input[type=file]').setInputFiles([...files]);
  await until('the files that wait', async () => {
    return (await chat.element.locator('connect-chat-tray li').count()) === files.length;
  });
}

/** Sends a file, after the service has been told what is to become of it. */
const sending =
  (...fault: Parameters<Scene['stage']['control']['fault']>): Exhibit['show'] =>
  async (scene) => {
    const [type, more] = fault;
    await scene.stage.control.fault(type, { ...more, contactId: scene.id });
    await choose(scene, pdf('receipt.pdf', 300_000));
    await scene.chat.button('Send').click();
  };

/** What becomes of files, the customer's own and others'. */
export const files: readonly Exhibit[] = [
  {
    name: 'files that wait, and one that is refused',
    show: (scene) => choose(scene, pdf('receipt.pdf'), pdf('setup.exe')),
    shows: 'This kind of file can’t be sent',
    said: [],
    presses: [
      ['Remove setup.exe', 'Enter'],
      ['Send', 'Enter'],
    ],
    sends: 'StartAttachmentUpload',
  },
  {
    name: 'a file under way',
    show: sending('bandwidth', { operation: 'PutObject', bytesPerSecond: 20_000 }),
    shows: /% of 300 KB/,
    said: ['Sending receipt.pdf'],
    presses: [['Cancel upload of receipt.pdf', 'Enter']],
  },
  {
    name: 'a file that did not arrive',
    show: sending('status', { operation: 'PutObject', status: 403, times: 1 }),
    shows: 'Upload failed',
    said: ['Sending receipt.pdf', 'Not sent: receipt.pdf. Try again from the chat history.'],
    presses: [['Try receipt.pdf again', 'Enter']],
    sends: 'CompleteAttachmentUpload',
    then: 'PDF, 300 KB',
  },
  {
    name: 'a file that is checked',
    show: sending('scanner', { result: 'IN_PROGRESS' }),
    shows: 'Checking for viruses',
    said: ['Sending receipt.pdf', 'Sent receipt.pdf'],
  },
  {
    name: 'a file that is blocked',
    show: sending('scanner', { result: 'REJECTED' }),
    shows: 'Blocked: not a safe file',
    said: ['Sending receipt.pdf', 'Sent receipt.pdf'],
  },
  {
    name: 'a picture and a file of the other side',
    show: word('file'),
    shows: 'care guide.txt',
    said: ['Assistant sent a file: lamp at dusk.png', 'Assistant sent a file: care guide.txt'],
    presses: [['Download care guide.txt', 'Enter']],
    sends: 'GetAttachment',
  },
  {
    name: 'a file of the other side that is blocked',
    show: word('blocked file'),
    shows: 'Blocked: not a safe file',
    said: ['Assistant sent a file: price list.csv'],
  },
];

/** Asks to sign in, and lets it end so. */
const ending =
  (outcome: 'succeeded' | 'failed' | 'expired' | 'cancelled'): Exhibit['show'] =>
  async ({ control, chat, id }) => {
    const session = await control.askToSignIn(id);
    await chat.log.getByText('Sign in to continue').first().waitFor();
    await control.endSignIn(id, session, { outcome });
  };
const asking: Exhibit['show'] = ({ control, id }) => control.askToSignIn(id);

/** How a sign-in goes. */
export const signIns: readonly Exhibit[] = [
  {
    name: 'a sign-in that is asked for',
    show: asking,
    shows: 'We need to know that it’s you.',
    said: ['Sign in to continue'],
    presses: [['Continue without signing in', 'Enter']],
    sends: 'CancelParticipantAuthentication',
    then: 'You went on without signing in',
  },
  {
    name: 'a sign-in in another window',
    show: async (scene) => {
      await asking(scene);
      await scene.chat.button('Sign in').click();
    },
    shows: 'Finish in the other window',
    said: ['Sign in to continue'],
    presses: [['Cancel sign-in', 'Enter']],
    sends: 'CancelParticipantAuthentication',
    then: 'You went on without signing in',
  },
  {
    name: 'a sign-in whose page cannot be had',
    show: async (scene) => {
      await scene.stage.control.fault('status', {
        operation: 'GetAuthenticationUrl',
        status: 500,
        contactId: scene.id,
      });
      await asking(scene);
      await scene.chat.button('Sign in').click();
    },
    shows: 'We couldn’t reach the sign-in page.',
    said: ['Sign in to continue'],
    presses: [['Continue without signing in', 'Enter']],
    sends: 'CancelParticipantAuthentication',
  },
  {
    name: 'a sign-in that worked',
    show: ending('succeeded'),
    shows: 'You’re signed in',
    said: ['Sign in to continue'],
  },
  {
    name: 'a sign-in that failed',
    show: ending('failed'),
    shows: 'That didn’t work',
    said: ['Sign in to continue'],
  },
  {
    name: 'a sign-in that expired',
    show: ending('expired'),
    shows: 'ran out of time',
    said: ['Sign in to continue'],
  },
  {
    name: 'a sign-in that was left',
    show: ending('cancelled'),
    shows: 'You went on without',
    said: ['Sign in to continue'],
  },
];

/** What is said in words, and what the page shows its own way. */
export const words: readonly Exhibit[] = [
  {
    name: 'formatted words with a link',
    show: word('markdown'),
    shows: 'five-year guarantee',
    said: ['Assistant: Our three most loved lamps, picked by hand:'],
  },
  {
    name: 'an answer that is still being written',
    show: ({ stage, id }) =>
      stage.control.add(id, {
        ParticipantRole: 'SYSTEM',
        ParticipantId: 'bot',
        DisplayName: 'BOT',
        Content: 'Halden began in a boat shed ',
        MessageMetadata: { ChunkNumber: 1, MessageCompleted: false },
      }),
    shows: 'Halden began in a boat shed',
    said: [],
  },
  {
    name: 'a message that the page shows its own way',
    show: async (scene) => {
      await scene.chat.element.evaluate((element: ConnectChat) =>
        element.registerRenderer('application/json', {
          render: () => Object.assign(document.createElement('button'), { textContent: 'Seven in stock' }),
          text: () => 'Seven lamps in stock',
        }),
      );
      await word('json')(scene);
    },
    shows: 'Seven in stock',
    said: ['Assistant: Seven lamps in stock'],
  },
];
