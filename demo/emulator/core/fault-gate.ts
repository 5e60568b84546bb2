import type { FaultTarget } from './faults.js';
import { faultReply } from './replies.js';
import type { ServiceParts } from './service-parts.js';

/** What the faults need to know of a request. */
export type RequestTarget = FaultTarget & { readonly operation: string };

/**
 * Lets a request through the faults in force: late, lost before or after it is performed, or answered with a status of
 * the fault's choosing. A lost connection is a `Response.error()`. Rejects with whatever `perform` rejects with.
 */
export async function passFaults(
  { faults, timers }: Pick<ServiceParts, 'faults' | 'timers'>,
  target: RequestTarget,
  perform: () => Promise<Response>,
  replyTo: typeof faultReply = faultReply,
): Promise<Response> {
  const latency = faults.strike('latency', target);
  if (latency) await timers.wait(latency.ms);
  // After the wait, so that an outage also takes what is under way.
  if (faults.strike('outage', target)) return Response.error();
  const reset = faults.strike('reset', target);
  if (reset && reset.when !== 'after') return Response.error();
  const status = faults.strike('status', target);
  if (status && status.when !== 'after') return replyTo(status);
  const reply = await perform();
  if (reset) return Response.error();
  return status ? replyTo(status) : reply;
}
