import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from './refusal.js';
import type { AccessSettings } from './settings.js';

/** Largest request body in bytes. Attributes may take 32 KB of it; the rest is ids and one message. */
export const maxBodyBytes = 64 * 1024;

/** Media types in which the JSON body may arrive. `text/plain` spares browsers the CORS preflight. */
const mediaTypes = new Set(['application/json', 'text/plain']);

/** The headers of an answer, by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

/** A header of the request by its lower-case name; some gateways keep the case that was sent. */
export function header(event: APIGatewayProxyEventV2, name: string): string | undefined {
  return Object.entries(event.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/**
 * The CORS headers for the origin that asks.
 *
 * A request without `Origin` comes from no browser page, so there is nobody whose origin could be checked: a native app and a
 * server are let in, as they could send any header they like.
 *
 * @throws {Refusal} `origin-not-allowed`
 */
export function corsHeaders(event: APIGatewayProxyEventV2, { allowedOrigins }: AccessSettings): Headers {
  const origin = header(event, 'origin');
  if (origin === undefined) return {};
  if (allowedOrigins.has('*')) return { ...shared, 'access-control-allow-origin': '*' };
  if (!allowedOrigins.has(origin)) {
    throw new Refusal('origin-not-allowed', 'This site may not use this chat.', {
      origin: origin.slice(0, 200),
    });
  }
  return { ...shared, 'access-control-allow-origin': origin, vary: 'origin' };
}

const shared = { 'access-control-expose-headers': 'retry-after' } as const;

/** The answer to a browser's question whether it may post. */
export function preflight(
  cors: Headers,
  { allowedHeaders }: AccessSettings,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 204,
    headers: {
      ...cors,
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': [...allowedHeaders].join(', '),
      'access-control-max-age': '7200',
    },
  };
}

/** An answer with a JSON body. Never cached: it may hold a participant token. */
export function json(statusCode: number, body: unknown, headers: Headers): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/**
 * The JSON value of the body, whether it came as text or as base64, which gateways do with `text/plain`.
 *
 * @throws {Refusal} `unsupported-media-type`, `body-too-large`, `invalid-json`
 */
export function readJson(event: APIGatewayProxyEventV2, maxBytes: number): unknown {
  const mediaType = header(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== undefined && mediaType !== '' && !mediaTypes.has(mediaType)) {
    throw new Refusal('unsupported-media-type', 'The body must be JSON.');
  }
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.byteLength > maxBytes) {
    throw new Refusal('body-too-large', 'The request is too large.', { bytes: body.byteLength });
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal('invalid-json', 'The body is not valid JSON.');
  }
}
