import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  isStarted,
  readStartChatAnswer,
  type StartChatAnswer,
} from '../../../src/transport/start-chat-answer.js';
import { mutated } from './mutations.js';
import { shapes } from './start-chat-answers.js';

/** What an answer starts; fails when it starts nothing. */
function startedBy(value: unknown): StartChatAnswer {
  const answer = readStartChatAnswer(value);
  if (!isStarted(answer)) throw new Error(`Expected a contact, got ${JSON.stringify(answer)}.`);
  return answer;
}

const result = { ContactId: 'contact-1', ParticipantId: 'participant-1', ParticipantToken: 'token-1' };

describe('readStartChatAnswer', () => {
  for (const [name, value] of Object.entries(shapes)) {
    it(`reads ${name}`, () => {
      const { contact, credentials } = startedBy(value);
      expect(contact).to.deep.equal({ contactId: 'contact-1', participantId: 'participant-1' });
      expect(credentials).to.deep.equal({ participantToken: 'token-1' });
    });
  }

  it('keeps the contact that is continued', () => {
    const { contact } = startedBy({
      data: { startChatResult: { ...result, ContinuedFromContactId: 'contact-0' } },
    });
    expect(contact.continuedFromContactId).to.equal('contact-0');
  });

  for (const [name, value, expected] of [
    [
      'beside the result',
      {
        data: {
          startChatResult: result,
          featurePermissions: { MESSAGING_MARKDOWN: false, ATTACHMENTS: true },
        },
      },
      { markdown: false, attachments: true },
    ],
    ['as text', { ...result, featurePermissions: { ATTACHMENTS: 'false' } }, { attachments: false }],
    ['that make no sense', { ...result, featurePermissions: { ATTACHMENTS: 3 } }, {}],
    ['that are missing', result, {}],
  ] as const) {
    it(`takes permissions ${name}`, () => {
      expect(startedBy(value).features).to.deep.equal(expected);
    });
  }

  for (const [name, value, expected] of [
    [
      'a region beside the result',
      { region: 'eu-west-2', data: { startChatResult: result } },
      { region: 'eu-west-2' },
    ],
    ['a region in the result', { data: { ...result, Region: 'eu-west-2' } }, { region: 'eu-west-2' }],
    [
      'an endpoint',
      { participantEndpoint: 'https://a.example', ...result },
      { participantEndpoint: 'https://a.example' },
    ],
    [
      'an endpoint by its other name',
      { data: { startChatResult: result, participantServiceEndpoint: 'https://a.example' } },
      { participantEndpoint: 'https://a.example' },
    ],
  ] as const) {
    it(`takes ${name}`, () => {
      expect(startedBy(value)).to.include(expected);
    });
  }

  for (const [name, value, expected] of [
    [
      'an Error',
      { data: { Error: { name: 'InvalidRequestException', message: 'InvalidRequestException: no' } } },
      { error: true },
    ],
    ['an error that is text', { error: 'We are closed.' }, { error: true, detail: 'We are closed.' }],
    [
      'a coded error',
      { error: { code: 'closed', message: 'We are closed.' } },
      { error: true, detail: 'We are closed.' },
    ],
    [
      'an error beside a contact',
      { ...result, error: { message: 'Half done.' } },
      { error: true, detail: 'Half done.' },
    ],
    [
      'an unsuccessful one',
      { success: false, message: 'We are closed.' },
      { error: true, detail: 'We are closed.' },
    ],
    [
      'a crashed function',
      { errorType: 'TypeError', errorMessage: 'x is undefined', trace: [] },
      { error: true },
    ],
    [
      'a status inside',
      { statusCode: 503, body: '{"message":"We are closed."}' },
      { error: true, status: 503, detail: 'We are closed.' },
    ],
    ['no token', { ContactId: 'contact-1' }, { error: false }],
    ['no contact', { ParticipantToken: 'token-1' }, { error: false }],
    ['a token that is no text', { ...result, ParticipantToken: 7 }, { error: false }],
    ['HTML', '<!doctype html><title>Sign in</title>', { error: false }],
    ['nothing', '', { error: false }],
    ['undefined', undefined, { error: false }],
    ['a list', [result], { error: false }],
    ['a number', 42, { error: false }],
  ] as const) {
    it(`starts nothing from ${name}`, () => {
      expect(readStartChatAnswer(value)).to.deep.equal(expected);
    });
  }

  it('never throws, and gives either a whole contact or none', () => {
    const sample = fc.oneof(...Object.values(shapes).map(mutated), fc.anything());
    fc.assert(
      fc.property(sample, (value) => {
        const answer = readStartChatAnswer(value);
        if (!isStarted(answer)) return;
        expect(answer.contact.contactId).to.be.a('string').that.is.not.empty;
        expect(answer.contact.participantId).to.be.a('string');
        expect(answer.credentials.participantToken).to.be.a('string').that.is.not.empty;
      }),
      { numRuns: 1_000 },
    );
  });
});
