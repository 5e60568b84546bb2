import type { Role } from '../engine/types.js';
import { text, valueOf, type UnknownRecord } from './reading.js';
import type { WireItem } from './wire.js';

const roles: Readonly<Record<string, Role>> = {
  AGENT: 'agent',
  CUSTOMER: 'customer',
  SUPERVISOR: 'supervisor',
  CUSTOM_BOT: 'bot',
  SYSTEM: 'system',
};

/** A flow that shows itself under the name "BOT" speaks as a bot; everything else without a known role is the system. */
export function role(item: UnknownRecord): Role {
  const known = valueOf(roles, text(item, 'ParticipantRole' satisfies keyof WireItem) ?? '') ?? 'system';
  return known === 'system' && text(item, 'DisplayName' satisfies keyof WireItem) === 'BOT' ? 'bot' : known;
}

/** The name a person goes by. The service fills in two placeholders for its own messages, which are no names. */
export function displayName(item: UnknownRecord): string | undefined {
  const name = text(item, 'DisplayName' satisfies keyof WireItem)
    ?.trim()
    .slice(0, 256);
  return name === 'SYSTEM_MESSAGE' || name === 'BOT' || name === '' ? undefined : name;
}
