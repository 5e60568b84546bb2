import { formSteps } from './samples/managed-views.js';
import { menuTemplates } from './samples/menu.js';
import { productPages, survey } from './samples/pickers.js';
import { sampleAnswers } from './sample-answers.js';
import type { Answer, FlowScript } from './step.js';

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
      { say: 'Write "menu" to see all that I can show you, "agent" for a person, or "bye".' },
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
      ...sampleAnswers,
    ],
    fallback: [{ say: 'Thank you, I have noted that. Write "agent" if you would rather talk to a person.' }],
  },
  agent: {
    name: 'Ingrid',
    greeting: [{ say: 'Hi {name}, Ingrid here. I have read what you wrote. What can I do for you?' }],
    answers: [goodbye, ...sampleAnswers],
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
  survey: {
    questions: [[{ interactive: survey }], [{ say: 'What could we do better? Write as much as you like.' }]],
    thanks: [{ say: 'Thank you for telling us.' }],
  },
  pages: { products: productPages, menu: menuTemplates },
  forms: { form: formSteps },
  afterAgent: [{ say: 'Your agent has left the chat. Is there anything else I can help with?' }],
  disconnect: [{ say: 'This chat is closing now. Thank you for talking to Halden.' }],
};
