import { StartChatContactCommand, type StartChatContactCommandOutput } from '@aws-sdk/client-connect';
import { createClient, createLambda, type LambdaHandler } from './lambda.js';
import { Refusal } from './refusal.js';
import { readSettings, type Environment, type Settings } from './settings.js';
import { toStartChatContact } from './start-request.js';

/** The one thing that the handler needs of a `ConnectClient`. */
export interface StartChatClient {
  send(command: StartChatContactCommand): Promise<StartChatContactCommandOutput>;
}

/** What the handler works with, passed in so that a test needs no globals. */
export interface HandlerOptions {
  readonly client: StartChatClient;
  /** See {@link readSettings} for the variables. Read at each request. */
  readonly env: Environment;
  /** Takes one line per refusal. Default: the console's error stream. */
  readonly log?: (line: string) => void;
}

/**
 * Starts chats for browsers that must not hold AWS credentials: checks what they ask, calls StartChatContact with the
 * operator's ids, and answers `{ data: { startChatResult, featurePermissions } }`, or `{ error: { code, message } }`
 * with the status that goes with the code. It never throws.
 */
export function createHandler({ client, env, log = console.error }: HandlerOptions): LambdaHandler {
  return createLambda({
    settings: () => readSettings(env),
    perform: (body, settings) => startChat(client, body, settings),
    sentences: {
      refused: 'The chat could not be started with these details.',
      'not-found': 'The chat that was asked for does not exist.',
    },
    log,
  });
}

async function startChat(client: StartChatClient, body: unknown, settings: Settings): Promise<object> {
  const input = toStartChatContact(body, settings);
  const result = await client.send(new StartChatContactCommand(input));
  if (!result.ContactId || !result.ParticipantId || !result.ParticipantToken) {
    throw new Refusal('unavailable', 'The chat is not available right now. Please try again soon.');
  }
  return {
    data: {
      startChatResult: {
        ContactId: result.ContactId,
        ParticipantId: result.ParticipantId,
        ParticipantToken: result.ParticipantToken,
        ...(result.ContinuedFromContactId && { ContinuedFromContactId: result.ContinuedFromContactId }),
      },
      featurePermissions: {
        MESSAGING_MARKDOWN: input.SupportedMessagingContentTypes?.includes('text/markdown') ?? false,
        // A setting of the instance that this call cannot see, so it is claimed only when the operator says so.
        ...(settings.hasAttachments && { ATTACHMENTS: true }),
      },
    },
  };
}

// Made at the first chat, kept for the next ones: importing this file elsewhere must not look for AWS settings.
let deployed: LambdaHandler | undefined;

/** The entry point on AWS Lambda. */
export const handler: LambdaHandler = (event) => {
  deployed ??= createHandler({ client: createClient(process.env), env: process.env });
  return deployed(event);
};
