import type { Participant, Role } from '../src/engine/types.js';

const rank: readonly Role[] = ['agent', 'supervisor', 'bot'];

/**
 * Whom the header shows: the person who came last, or a bot while there is no person; somebody who is here before
 * somebody who is away. `undefined` while nobody is there.
 */
export function counterpart(participants: readonly Participant[]): Participant | undefined {
  for (const role of rank) {
    const candidates = participants.filter((one) => one.role === role && one.presence !== 'left');
    const found = candidates.findLast(({ presence }) => presence === 'here') ?? candidates.at(-1);
    if (found !== undefined) return found;
  }
  return undefined;
}
