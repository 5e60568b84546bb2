import {
  UpdateParticipantAuthenticationCommand,
  type UpdateParticipantAuthenticationCommandOutput,
} from '@aws-sdk/client-connect';
import { toUpdateAuthentication } from './authentication-request.js';
import { createClient, createLambda, type LambdaHandler } from './lambda.js';
import { readAccessSettings, type Environment } from './settings.js';

/** The one thing that the handler needs of a `ConnectClient`. */
export interface AuthenticationClient {
  send(
    command: UpdateParticipantAuthenticationCommand,
  ): Promise<UpdateParticipantAuthenticationCommandOutput>;
}

/** What the handler works with, passed in so that a test needs no globals. */
export interface AuthenticationHandlerOptions {
  readonly client: AuthenticationClient;
  /** See {@link readAccessSettings} for the variables. Read at each request. */
  readonly env: Environment;
  /** Takes one line per refusal. Default: the console's error stream. */
  readonly log?: (line: string) => void;
}

/** Largest request body in bytes: a code and a state, with room for what providers say about errors. */
export const maxAuthenticationBytes = 16 * 1024;

/**
 * Hands the answer of the identity provider, `{ code, state }` or `{ error, errorDescription, state }`, on to Amazon
 * Connect with UpdateParticipantAuthentication. The answer `{ data: { accepted: true } }` says only that it was taken;
 * what came of the sign-in is an event in the chat. Refusals are `{ error: { code, message } }`. It never throws.
 */
export function createAuthenticationHandler({
  client,
  env,
  log = console.error,
}: AuthenticationHandlerOptions): LambdaHandler {
  return createLambda({
    settings: () => readAccessSettings(env),
    perform: async (body, { instanceId }) => {
      await client.send(new UpdateParticipantAuthenticationCommand(toUpdateAuthentication(body, instanceId)));
      return { data: { accepted: true } };
    },
    sentences: {
      refused: 'This sign-in is not known.',
      'not-found': 'This sign-in is not known.',
      conflict: 'This sign-in is over. Please start it again from the chat.',
    },
    maxBytes: maxAuthenticationBytes,
    log,
  });
}

let deployed: LambdaHandler | undefined;

/** The entry point on AWS Lambda. */
export const handler: LambdaHandler = (event) => {
  deployed ??= createAuthenticationHandler({ client: createClient(process.env), env: process.env });
  return deployed(event);
};
