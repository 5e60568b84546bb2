import type { Attachments } from './attachments.js';
import type { Changes } from './changes.js';
import type { Contacts } from './contacts.js';
import type { Conversations } from './conversations.js';
import type { Desk } from './desk.js';
import type { Faults } from './faults.js';
import type { FlowScript } from './flow/step.js';
import type { Random } from './ports.js';
import type { RequestLog } from './request-log.js';
import type { SignIns } from './sign-in/sign-ins.js';
import type { ServiceClock } from './service-clock.js';
import type { Sockets } from './sockets.js';
import type { Storage } from './storage.js';
import type { Throttle } from './throttle.js';
import type { Timers } from './timers.js';
import type { EmulatorTimings } from './timings.js';
import type { Tokens } from './tokens.js';
import type { Views } from './views/views.js';

/** The parts of one running emulator, as routes and flows need them. */
export interface ServiceParts {
  /** Where the emulator can be reached. */
  readonly origin: string;
  readonly clock: ServiceClock;
  readonly random: Random;
  readonly timings: EmulatorTimings;
  readonly timers: Timers;
  readonly script: FlowScript;
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  readonly sockets: Sockets;
  readonly conversations: Conversations;
  readonly desk: Desk;
  readonly storage: Storage;
  readonly attachments: Attachments;
  readonly views: Views;
  readonly signIns: SignIns;
  readonly faults: Faults;
  readonly changes: Changes;
  readonly log: RequestLog;
  readonly throttle: Throttle;
  /** Whether the request quotas hold without a fault that says so. */
  readonly throttled: boolean;
  /** Whether the older, smaller message limits hold. */
  readonly legacyLimits: boolean;
}
