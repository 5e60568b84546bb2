import type { Contact, Participant } from '../contact.js';
import type { ServiceParts } from '../service-parts.js';
import { act, type Deed } from './act.js';
import { lookUp } from './lookup.js';
import { Player } from './player.js';
import type { FlowScript, Step } from './step.js';

/** A step of which anybody may take the turn: the others are the flow's own. */
function isOpenToAll(step: Step): step is Exclude<Step, { readonly action: string }> | Deed {
  return !('action' in step) || step.action === 'fault' || step.action === 'sign-in';
}

/** The steps that anybody can take for a word; undefined if there is no such word, or if what it does is the flow's own. */
export function demonstrable({ bot }: FlowScript, word: string): readonly Step[] | undefined {
  const steps = lookUp(bot, word);
  return steps === bot.fallback || !steps.every(isOpenToAll) ? undefined : steps;
}

/**
 * Lets `speaker` show at once what the script shows to a word. False if there is no such word, or if what it does is the
 * flow's own: handing over, ending.
 */
export function demonstrate(
  parts: ServiceParts,
  contact: Contact,
  speaker: Participant,
  word: string,
): boolean {
  const steps = demonstrable(parts.script, word);
  if (!steps) return false;
  const player = new Player(contact, parts, (step) => {
    if (isOpenToAll(step)) act(parts, parts.timers, contact, step);
  });
  player.play(speaker, 0, steps);
  return true;
}
