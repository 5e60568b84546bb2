import type { ConnectClient } from '@aws-sdk/client-connect';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import {
  demoContactFlowId,
  demoCredentials,
  demoInstanceId,
  demoRegion,
} from '../emulator/core/credentials.js';
import { createAuthenticationHandler } from './authentication-handler.js';
import { createHandler } from './handler.js';
import { createClient, type LambdaHandler } from './lambda.js';
import type { Environment } from './settings.js';

/** Options of {@link localStartChat} and {@link localAuthentication}. */
export interface LocalBackendOptions {
  /** Where the emulator answers, or a function where that is known only once it listens. */
  readonly connectEndpoint: string | (() => string);
  /** Settings to add to the demo's, or to replace. */
  readonly env?: Environment;
  /** Takes one line per refusal. Default: the console's error stream. */
  readonly log?: (line: string) => void;
}

const demoEnvironment: Environment = {
  INSTANCE_ID: demoInstanceId,
  CONTACT_FLOW_ID: demoContactFlowId,
  // The pages of this machine come from whichever port is free.
  ALLOWED_ORIGINS: '*',
  ALLOWED_ATTRIBUTES: 'customerName,email,orderId,page,plan,survey,topic',
  ATTACHMENTS: 'true',
  ALLOWED_HEADERS: 'content-type,authorization,x-api-key',
};

/**
 * Runs the Lambda handler that starts chats on this machine against the emulator: a web request becomes the event that a
 * gateway would send, and the handler signs its call with the emulator's key pair.
 */
export function localStartChat(options: LocalBackendOptions): (request: Request) => Promise<Response> {
  return local(options, createHandler);
}

/** Runs the Lambda handler that completes sign-ins in the same way. */
export function localAuthentication(options: LocalBackendOptions): (request: Request) => Promise<Response> {
  return local(options, createAuthenticationHandler);
}

interface Works {
  readonly client: ConnectClient;
  readonly env: Environment;
  readonly log?: (line: string) => void;
}

function local(
  options: LocalBackendOptions,
  create: (works: Works) => LambdaHandler,
): (request: Request) => Promise<Response> {
  let handler: LambdaHandler | undefined;
  return async (request) => {
    handler ??= create(connect(options));
    return toResponse(await handler(await toEvent(request)));
  };
}

function connect({ connectEndpoint, env, log }: LocalBackendOptions): Works {
  const endpoint = typeof connectEndpoint === 'string' ? connectEndpoint : connectEndpoint();
  // On Node 20 the SDK warns about its own future, of no use to somebody who tries a demo.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const client = createClient(
    { CONNECT_ENDPOINT: endpoint },
    { region: demoRegion, credentials: demoCredentials },
  );
  return { client, env: { ...demoEnvironment, ...env }, ...(log && { log }) };
}

async function toEvent(request: Request): Promise<APIGatewayProxyEventV2> {
  const url = new URL(request.url);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: url.hostname,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers.get('user-agent') ?? '',
      },
      requestId: now.getTime().toString(36),
      routeKey: '$default',
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    // Base64 is how gateways hand over whatever they do not take for text; it carries every body unharmed.
    body: Buffer.from(await request.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}

function toResponse({ statusCode = 200, headers = {}, body }: APIGatewayProxyStructuredResultV2): Response {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(body ?? null, { status: statusCode, headers: entries });
}
