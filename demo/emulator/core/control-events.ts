import type { Changes } from './changes.js';

/** A stream of Server-Sent Events that says which contacts change, until the reader goes away. */
export function changeStream(changes: Changes): Response {
  const encoder = new TextEncoder();
  let unsubscribe = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      // Something must flow at once, or a browser does not yet call the stream open.
      controller.enqueue(encoder.encode(': listening\n\n'));
      unsubscribe = changes.subscribe((contactId, change) => {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify({ contactId, change })}\n\n`));
      });
    },
    cancel() {
      unsubscribe();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
