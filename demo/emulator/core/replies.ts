import { errorNameFor, errorReply } from './errors.js';
import type { Fault } from './fault-table.js';

/** The headers that a page on another origin may read. */
export const exposedHeaders = 'x-amzn-errortype, x-amzn-requestid';

/** The reply a `status` fault asks for. */
export function faultReply({ status, error, message, body, contentType }: Fault<'status'>): Response {
  // These statuses may not carry a body at all.
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status });
  if (body !== undefined) {
    return new Response(body, { status, headers: { 'content-type': contentType ?? 'text/html' } });
  }
  return errorReply(status, error ?? errorNameFor(status), message ?? 'Injected by a fault.');
}

/** The answer to a browser that asks whether a page may call the service: it may, with any header. */
export function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '600',
    },
  });
}
