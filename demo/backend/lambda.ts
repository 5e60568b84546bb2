import { ConnectClient, type ConnectClientConfig } from '@aws-sdk/client-connect';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { corsHeaders, json, maxBodyBytes, preflight, readJson, type Headers } from './http.js';
import { Refusal } from './refusal.js';
import { toRefusal, type Sentences } from './service-error.js';
import type { AccessSettings, Environment } from './settings.js';

/** An AWS Lambda handler behind an API Gateway HTTP API or a function URL, which send the same event. */
export type LambdaHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** What one endpoint does; the rest is alike for all of them. */
export interface Endpoint<S extends AccessSettings> {
  /** Read at each request. Throws Refusal. */
  readonly settings: () => S;
  /** Gives the body of the answer. Throws Refusal, or whatever the AWS client throws. */
  readonly perform: (body: unknown, settings: S) => Promise<object>;
  /** What to say when the service refuses. */
  readonly sentences: Sentences;
  /** Largest request body in bytes. Default: 64 KB. */
  readonly maxBytes?: number;
  /** Takes one line per refusal. */
  readonly log: (line: string) => void;
}

/**
 * A POST endpoint for browsers: checks origin, method, media type and size, reads the JSON, and answers what `perform`
 * gives, or `{ error: { code, message } }` with the status that goes with the code. It never throws.
 */
export function createLambda<S extends AccessSettings>(endpoint: Endpoint<S>): LambdaHandler {
  return async (event) => {
    let cors: Headers = {};
    try {
      const settings = endpoint.settings();
      cors = corsHeaders(event, settings);
      const { method } = event.requestContext.http;
      if (method === 'OPTIONS') return preflight(cors, settings);
      if (method !== 'POST') throw new Refusal('method-not-allowed', 'Use POST.');
      const body = readJson(event, endpoint.maxBytes ?? maxBodyBytes);
      return json(200, await endpoint.perform(body, settings), cors);
    } catch (error) {
      const refusal = toRefusal(error, endpoint.sentences);
      endpoint.log(JSON.stringify({ refused: refusal.code, status: refusal.status, ...refusal.logDetail }));
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
