import type { EndedBy, Entry, Participant, ReceivedEntry, Role } from './types.js';

/** A participant and when each thing known of them was said, so that an older word, from a transcript page, does not undo a newer one. */
export interface KnownParticipant extends Participant {
  readonly presenceSince: number;
  readonly nameSince: number;
}

export type Participants = readonly KnownParticipant[];

/** Who was met in `received`, and where they stand now. Past contacts of a persistent chat say nothing about now. */
export function meetParticipants(
  participants: Participants,
  received: readonly ReceivedEntry[],
  now: number,
): Participants {
  return received.reduce((all, item) => meet(all, item, now), participants);
}

/** Somebody is typing, or has stopped. Unknown writers are met by it. */
export function setTyping(
  participants: Participants,
  who: { readonly participantId: string; readonly role: Role; readonly displayName?: string },
  typing: boolean,
  now: number,
): Participants {
  const known = participants.find(({ id }) => id === who.participantId);
  if (known)
    return known.typing === typing ? participants : replace(participants, known, { ...known, typing });
  if (!typing) return participants;
  const { participantId: id, role, displayName } = who;
  return [
    ...participants,
    {
      id,
      role,
      ...(displayName !== undefined && { displayName }),
      presence: 'here',
      typing,
      presenceSince: now,
      nameSince: now,
    },
  ];
}

/** Nobody types in a chat that is over. */
export function stopTyping(participants: Participants): Participants {
  return participants.some(({ typing }) => typing)
    ? participants.map((one) => ({ ...one, typing: false }))
    : participants;
}

/** Who ended the chat, from what was seen before its end. The service itself does not say. */
export function endedBy(entries: readonly Entry[], askedFor: boolean): EndedBy {
  if (askedFor) return 'customer';
  const last = entries.findLast(({ kind, event }) => kind === 'event' && event !== 'ended');
  if (last?.event === 'auto-disconnected') return 'timeout';
  if (last?.event === 'left' && !last.own) return last.role === 'agent' ? 'agent' : 'system';
  if (last?.event === 'left') return 'customer';
  return 'system';
}

function meet(participants: Participants, item: ReceivedEntry, now: number): Participants {
  // The flow speaks without being anybody.
  if (item.participantId === undefined || item.relatedContactId !== undefined) return participants;
  if (item.role === 'system' && item.kind !== 'event') return participants;
  const time = item.time ?? now;
  const known = participants.find(({ id }) => id === item.participantId);
  const before: KnownParticipant = known ?? {
    id: item.participantId,
    role: item.role,
    presence: item.event === 'left' ? 'left' : 'here',
    typing: false,
    presenceSince: Number.NEGATIVE_INFINITY,
    nameSince: Number.NEGATIVE_INFINITY,
  };
  let after = before;
  const presence = presenceAfter(item, before);
  if (presence !== undefined && time >= before.presenceSince)
    after = { ...after, presence, presenceSince: time };
  if (item.displayName !== undefined && time >= before.nameSince)
    after = { ...after, displayName: item.displayName, nameSince: time };
  // What they were writing has arrived, or they are gone.
  if (after.typing && (item.kind !== 'event' || item.event === 'left')) after = { ...after, typing: false };
  return known ? replace(participants, known, after) : [...participants, after];
}

function presenceAfter(item: ReceivedEntry, before: KnownParticipant): Participant['presence'] | undefined {
  if (item.kind !== 'event') return before.presence === 'left' ? undefined : 'here';
  switch (item.event) {
    case 'joined':
    case 'returned':
      return 'here';
    case 'idle':
      return 'idle';
    case 'left':
    case 'auto-disconnected':
      return 'left';
    default:
      return undefined;
  }
}

const replace = (
  participants: Participants,
  before: KnownParticipant,
  after: KnownParticipant,
): Participants =>
  sameParticipant(before, after) ? participants : participants.map((one) => (one === before ? after : one));

const sameParticipant = (a: KnownParticipant, b: KnownParticipant) =>
  a.presence === b.presence &&
  a.displayName === b.displayName &&
  a.typing === b.typing &&
  a.presenceSince === b.presenceSince &&
  a.nameSince === b.nameSince;
