import {
  ConnectClient,
  StartChatContactCommand,
  type ConnectClientConfig,
  type StartChatContactCommandOutput,
} from '@aws-sdk/client-connect';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { corsHeaders, json, preflight, readJson, type Headers } from './http.js';
import { Refusal } from './refusal.js';
import { toRefusal } from './service-error.js';
import { readSettings, type Environment } from './settings.js';
import { toStartChatContact } from './start-request.js';

/** An AWS Lambda handler behind an API Gateway HTTP API or a function URL, which send the same event. */
export type StartChatHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

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
export function createHandler({ client, env, log = console.error }: HandlerOptions): StartChatHandler {
  return async (event) => {
    let cors: Headers = {};
    try {
      const settings = readSettings(env);
      cors = corsHeaders(event, settings);
      const { method } = event.requestContext.http;
      if (method === 'OPTIONS') return preflight(cors, settings);
      if (method !== 'POST') throw new Refusal('method-not-allowed', 'Use POST.');

      const input = toStartChatContact(readJson(event), settings);
      const result = await client.send(new StartChatContactCommand(input));
      if (!result.ContactId || !result.ParticipantId || !result.ParticipantToken) {
        throw new Refusal('unavailable', 'The chat is not available right now. Please try again soon.');
      }
      return json(
        200,
        {
          data: {
            startChatResult: {
              ContactId: result.ContactId,
              ParticipantId: result.ParticipantId,
              ParticipantToken: result.ParticipantToken,
              ...(result.ContinuedFromContactId && { ContinuedFromContactId: result.ContinuedFromContactId }),
            },
            // Whether attachments are on is a setting of the instance that this call cannot see, so it is not claimed.
            featurePermissions: {
              MESSAGING_MARKDOWN: input.SupportedMessagingContentTypes?.includes('text/markdown') ?? false,
            },
          },
        },
        cors,
      );
    } catch (error) {
      const refusal = toRefusal(error);
      log(JSON.stringify({ refused: refusal.code, status: refusal.status, ...refusal.logDetail }));
      return refuse(refusal, cors);
    }
  };
}

function refuse(
  { code, message, status, retryAfterSeconds }: Refusal,
  cors: Headers,
): APIGatewayProxyStructuredResultV2 {
  return json(
    status,
    { error: { code, message } },
    {
      ...cors,
      ...(code === 'method-not-allowed' && { allow: 'POST, OPTIONS' }),
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
  );
}

/**
 * A client that gives up in time to answer the browser itself, before the time-out of the function does it less kindly.
 * `CONNECT_ENDPOINT` replaces the regional endpoint, for the emulator or a VPC endpoint. On AWS Lambda region and
 * credentials come from the function's own environment.
 */
export function createClient(
  env: Environment,
  identity: Pick<ConnectClientConfig, 'region' | 'credentials'> = {},
): ConnectClient {
  const endpoint = env['CONNECT_ENDPOINT'];
  return new ConnectClient({
    ...identity,
    ...(endpoint && { endpoint }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 6_000, throwOnRequestTimeout: true },
  });
}

// Made at the first chat, kept for the next ones: importing this file elsewhere must not look for AWS settings.
let deployed: StartChatHandler | undefined;

/** The entry point on AWS Lambda. */
export const handler: StartChatHandler = (event) => {
  deployed ??= createHandler({ client: createClient(process.env), env: process.env });
  return deployed(event);
};
