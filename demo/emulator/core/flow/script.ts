import type { SignInOutcome } from '../sign-in/sign-ins.js';

/** One thing a speaker does. Steps are played in order, each after a moment of typing. */
export type Step =
  /** Says a message; `{name}` stands for the customer's name. Markdown is sent as plain text where the contact has no markdown. */
  | { readonly say: string; readonly contentType?: 'text/plain' | 'text/markdown' }
  /** Streams one message in chunks, as a generative bot does. */
  | { readonly stream: readonly string[]; readonly contentType?: 'text/plain' | 'text/markdown' }
  /** Puts the customer in the queue for an agent. */
  | { readonly action: 'hand-over' }
  /** Runs the disconnect flow, then ends the chat. */
  | { readonly action: 'disconnect' }
  /** Ends the chat at once; the disconnect flow ends with it. */
  | { readonly action: 'end' };

/** A step that does something rather than say it. */
export type Action = Extract<Step, { action: string }>['action'];

/** What is answered when the customer's message contains one of the words. The first fitting entry counts. */
export interface Answer {
  readonly words: readonly string[];
  readonly steps: readonly Step[];
}

/** What one speaker says. */
export interface Speaker {
  readonly name: string;
  readonly greeting: readonly Step[];
  readonly answers: readonly Answer[];
  readonly fallback: readonly Step[];
}

/** A whole scripted contact. */
export interface FlowScript {
  readonly bot: Speaker;
  readonly agent: Speaker;
  /** What is said of a file once the scanner has seen it; `{file}` stands for its name. */
  readonly files: { readonly approved: readonly Step[]; readonly rejected: readonly Step[] };
  /** What is said when a sign-in is over. */
  readonly signIn: Readonly<Record<SignInOutcome, readonly Step[]>>;
  /** What the bot says when an agent has left and the customer is still there. */
  readonly afterAgent: readonly Step[];
  /** What is said between the decision to end and the end. */
  readonly disconnect: readonly Step[];
}

const goodbye: Answer = {
  words: ['bye', 'goodbye', 'end'],
  steps: [{ say: 'Goodbye, {name}. It was good to talk to you.' }, { action: 'disconnect' }],
};

/** The demo's conversation with the lamp shop "Halden". */
export const demoScript: FlowScript = {
  bot: {
    name: 'BOT',
    greeting: [
      { say: 'Hello {name}, this is Halden. How can I help?' },
      { say: 'Write "markdown", "stream", "agent" or "bye" to see what I can do.' },
    ],
    answers: [
      {
        words: ['markdown', 'format'],
        steps: [
          {
            contentType: 'text/markdown',
            say: [
              'Our **three most loved** lamps, picked *by hand*:',
              '',
              '1. **Fjell**, a desk lamp with a *dimmer*',
              '2. **Lykt**, for the garden, *rain-proof*',
              '3. **Sol**, a floor lamp',
              '',
              'Each comes with:',
              '',
              '- a warm bulb',
              '- two metres of cord',
              '- a [five-year guarantee](https://example.com/guarantee)',
            ].join('\n'),
          },
        ],
      },
      {
        words: ['stream', 'story', 'long'],
        steps: [
          {
            stream: [
              'Halden began in 1962 ',
              'in a boat shed by the fjord, ',
              'where two sisters mended ships’ lanterns. ',
              'One winter the harbour lost its power for nine days, ',
              'and every lantern in the shed went out on loan. ',
              'When the lights came back, ',
              'half the town asked to keep theirs. ',
              'So the sisters made more: ',
              'first in brass, later in steel and glass, ',
              'always so that a lamp can be opened with one screwdriver ',
              'and mended at the kitchen table. ',
              'We still make them that way.',
            ],
          },
        ],
      },
      {
        words: ['agent', 'human', 'person'],
        steps: [{ say: 'I will find someone for you. One moment, please.' }, { action: 'hand-over' }],
      },
      goodbye,
      {
        words: ['help', 'menu'],
        steps: [
          {
            contentType: 'text/markdown',
            say: [
              'You can write:',
              '',
              '- **markdown** for a formatted answer',
              '- **stream** for a long answer that arrives piece by piece',
              '- **agent** to talk to a person',
              '- **bye** to end the chat',
            ].join('\n'),
          },
        ],
      },
    ],
    fallback: [{ say: 'Thank you, I have noted that. Write "agent" if you would rather talk to a person.' }],
  },
  agent: {
    name: 'Ingrid',
    greeting: [{ say: 'Hi {name}, Ingrid here. I have read what you wrote. What can I do for you?' }],
    answers: [goodbye],
    fallback: [{ say: 'I see. Let me look that up for you; it will only take a minute.' }],
  },
  files: {
    approved: [{ say: 'Thank you, I have {file}.' }],
    rejected: [{ say: 'Our scanner has blocked {file}, so I cannot open it. Please send another file.' }],
  },
  signIn: {
    succeeded: [{ say: 'You are signed in, {name}. Thank you.' }],
    failed: [{ say: 'That sign-in did not work. Write "sign in" to try again.' }],
    timeout: [{ say: 'You did not sign in in time. Write "sign in" to try again.' }],
    expired: [{ say: 'The sign-in has expired. Write "sign in" to try again.' }],
    cancelled: [{ say: 'No problem, we can go on without signing in.' }],
  },
  afterAgent: [{ say: 'Your agent has left the chat. Is there anything else I can help with?' }],
  disconnect: [{ say: 'This chat is closing now. Thank you for talking to Halden.' }],
};
