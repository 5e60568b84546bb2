import { Attachments } from './attachments.js';
import { Changes } from './changes.js';
import { Contacts } from './contacts.js';
import { controlRoutes } from './control.js';
import { Conversations } from './conversations.js';
import { Delivery } from './delivery.js';
import { Desk } from './desk.js';
import { Faults } from './faults.js';
import { fill } from './flow/fill.js';
import { gallery, orderForm } from './flow/samples/custom-views.js';
import { demoScript } from './flow/script.js';
import type { FlowScript } from './flow/step.js';
import type { Clock, Random } from './ports.js';
import { RequestLog } from './request-log.js';
import type { ServiceParts } from './service-parts.js';
import { ServiceClock } from './service-clock.js';
import { Service } from './service.js';
import { answerAsIdentityProvider } from './sign-in/identity-provider.js';
import { SignIns } from './sign-in/sign-ins.js';
import { Sockets, type SocketAnswer } from './sockets.js';
import { Storage } from './storage.js';
import { Throttle } from './throttle.js';
import { Timers } from './timers.js';
import { defaultTimings, type EmulatorTimings } from './timings.js';
import { Tokens } from './tokens.js';
import { managedViews } from './views/managed.js';
import { Views } from './views/views.js';

/** What an emulator is made from. */
export interface EmulatorOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Where it can be reached, such as `http://127.0.0.1:8787`; socket URLs are made from it. */
  readonly origin: string;
  /** Times that differ from the defaults. */
  readonly timings?: Partial<EmulatorTimings> | undefined;
  /** What the scripted flow says. Default: the demo's script. */
  readonly script?: FlowScript | undefined;
  /** Whether the service's request quotas hold. Default: false. */
  readonly throttled?: boolean | undefined;
  /** Whether the message limits of the older documents hold (1024 characters of text). Default: false. */
  readonly legacyLimits?: boolean | undefined;
}

/** A running emulator, whatever carries its requests and sockets. */
export interface Emulator {
  /** Answers a service or control request. `Response.error()` stands for a connection that is reset. */
  handle(request: Request): Promise<Response>;
  /** Answers a socket upgrade for `url`, absolute or only its path. */
  openSocket(url: string): SocketAnswer;
  /** Cuts all sockets and stops all that is scheduled. */
  close(): void;
}

/** Creates an emulator of the Amazon Connect chat service. It touches nothing outside what it is given. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { random, origin, script = demoScript, throttled = false, legacyLimits = false } = options;
  const timings = { ...defaultTimings, ...options.timings };
  const faults = new Faults();
  const clock = new ServiceClock(options.clock, faults);
  const timers = new Timers(clock);
  const tokens = new Tokens(clock, random);
  const changes = new Changes();
  const sockets = new Sockets({ origin, clock, random, timings, timers, tokens, faults, changes });
  const delivery = new Delivery({ sockets, faults, timers, timings, random });
  const conversations = new Conversations({ clock, random, delivery, changes });
  const log = new RequestLog(clock);
  const storage = new Storage({ origin, clock, random, timers, faults, log });
  const attachments = new Attachments({ clock, random, timers, timings, faults, storage, conversations });
  const library = [...managedViews, orderForm, gallery].map((view) => fill(view, { origin }));
  const parts: ServiceParts = {
    origin,
    clock,
    random,
    timings,
    timers,
    script,
    tokens,
    sockets,
    conversations,
    faults,
    changes,
    contacts: new Contacts(),
    desk: new Desk(conversations, random),
    storage,
    attachments,
    views: new Views(clock, random, library),
    signIns: new SignIns({ origin, clock, random, timers, timings, conversations }),
    log,
    throttle: new Throttle(clock, timings.quotaSecondMs),
    throttled,
    legacyLimits,
  };
  const service = new Service(parts);
  const control = controlRoutes(parts);
  return {
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/control/')) return control.fetch(request);
      if (pathname.startsWith('/storage/')) return storage.handle(request);
      if (pathname.startsWith('/idp/')) return answerAsIdentityProvider(parts, request);
      return service.handle(request);
    },
    openSocket: (url) => sockets.open(url),
    close() {
      for (const contact of parts.contacts.all) contact.flow?.stop();
      sockets.drop();
      timers.clear();
    },
  };
}
