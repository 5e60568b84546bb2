import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { contactRoutes } from './control-contacts.js';
import { contentRoutes } from './control-content.js';
import { ControlError } from './control-error.js';
import { changeStream } from './control-events.js';
import { faultRoutes } from './control-faults.js';
import { requestView } from './control-views.js';
import { ServiceError } from './errors.js';
import type { ServiceParts } from './service-parts.js';

/** The control API: plays the other side of a chat and shows the whole truth. Its contract is the emulator's README. */
export function controlRoutes(parts: ServiceParts) {
  const { changes, log } = parts;
  const routes = new Hono().basePath('/control');
  routes.use(cors({ origin: '*' }));
  routes.onError(refuse);
  routes.notFound((context) =>
    refuse(new ControlError(404, 'no-such-route', 'There is no such route.'), context),
  );
  routes.route('/', contactRoutes(parts));
  routes.route('/', contentRoutes(parts));
  routes.route('/', faultRoutes(parts));
  routes.get('/requests', (context) => context.json({ requests: log.all.map(requestView) }));
  routes.get('/events', () => changeStream(changes));
  return routes;
}

function refuse(error: Error, context: Context): Response {
  if (error instanceof ControlError) {
    return context.json({ error: { code: error.code, message: error.message } }, error.status);
  }
  if (error instanceof ServiceError) {
    return context.json({ error: { code: 'invalid-request', message: error.message } }, 400);
  }
  console.error(error); // A mistake of the emulator's own.
  return context.json({ error: { code: 'emulator-failed', message: error.message } }, 500);
}
