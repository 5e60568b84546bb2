import type { StartChatContactCommandInput } from '@aws-sdk/client-connect';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createHandler, type StartChatClient } from '../../../demo/backend/handler.js';
import type { LambdaHandler } from '../../../demo/backend/lambda.js';
import type { Environment } from '../../../demo/backend/settings.js';

export const started = {
  ContactId: 'contact-1',
  ParticipantId: 'participant-1',
  ParticipantToken: 'secret-token',
};

export const env: Environment = {
  INSTANCE_ID: 'instance-1',
  CONTACT_FLOW_ID: 'flow-1',
  ALLOWED_ORIGINS: 'https://shop.example, https://help.example/',
  ALLOWED_ATTRIBUTES: 'plan,orderId',
};

export const ada = { ParticipantDetails: { DisplayName: 'Ada' } };

/** A handler over a client that answers without a network, what it was asked, and what was logged. */
export interface Bench {
  readonly handler: LambdaHandler;
  readonly inputs: StartChatContactCommandInput[];
  readonly log: string[];
}

/** `answer` is what StartChatContact gives; an Error is thrown instead. */
export function bench(answer: object = started, settings: Environment = {}): Bench {
  const inputs: StartChatContactCommandInput[] = [];
  const log: string[] = [];
  const client: StartChatClient = {
    send: ({ input }) => {
      inputs.push(input);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ ...answer, $metadata: {} });
    },
  };
  return {
    handler: createHandler({ client, env: { ...env, ...settings }, log: (line) => log.push(line) }),
    inputs,
    log,
  };
}

/** A request as API Gateway's HTTP API and Lambda function URLs hand it over. */
export function event(
  body: unknown,
  {
    method = 'POST',
    headers = {},
    base64 = false,
  }: { method?: string; headers?: Record<string, string>; base64?: boolean } = {},
): APIGatewayProxyEventV2 {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { origin: 'https://shop.example', 'content-type': 'application/json', ...headers },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 1_767_225_600_000,
    },
    body: base64 ? Buffer.from(text).toString('base64') : text,
    isBase64Encoded: base64,
  };
}

/** Status, error code and parsed body of an answer. */
export function read({ statusCode, headers = {}, body }: APIGatewayProxyStructuredResultV2) {
  const parsed =
    body === undefined ? undefined : (JSON.parse(body) as { error?: { code: string; message: string } });
  return {
    status: statusCode,
    code: parsed?.error?.code,
    message: parsed?.error?.message,
    headers,
    body: parsed,
  };
}
