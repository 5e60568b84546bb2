import type { Entry } from '../src/engine/types.js';
import { nameOf, type Avatars, type ParticipantNames } from './avatar.js';
import type { BodyTools } from './message-body.js';
import { MessageFormats } from './message-formats.js';

/** What the templates of the log depend on besides the entries. */
export interface MessageSettings extends Omit<BodyTools, 'formats'> {
  readonly avatars: Avatars;
  readonly participantNames: ParticipantNames;
}

/** What every template of the log is made with. A new object means that everything is to be drawn again. */
export interface MessageTools extends MessageSettings, BodyTools {}

/** `before`, while nothing has changed that the templates are made with. */
export function toolsFor(settings: MessageSettings, before: MessageTools | undefined): MessageTools {
  const same = (names: readonly (keyof MessageSettings)[]) =>
    before !== undefined && names.every((name) => before[name] === settings[name]);
  if (before && same(Object.keys(settings) as (keyof MessageSettings)[])) return before;
  const words = before && same(['strings', 'locale']);
  const formats = words ? before.formats : new MessageFormats(settings.locale, settings.strings);
  return { ...settings, formats };
}

/** Bots and the flow speak as machines: outlined, with a chip, under a squarer picture. */
export function isMachine({ role }: Pick<Entry, 'role'>): boolean {
  return role === 'bot' || role === 'system';
}

/** The same text for entries whose bubbles belong together. */
export function speakerOf(entry: Entry, tools: Pick<MessageTools, 'participantNames' | 'strings'>): string {
  if (entry.own) return 'own';
  const kind = isMachine(entry) ? 'machine' : (entry.participantId ?? entry.role);
  return `${kind} ${nameOf(entry, tools.participantNames, tools.strings)}`;
}
