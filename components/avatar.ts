import { html, type TemplateResult } from 'lit';
import type { Participant, Role } from '../src/engine/types.js';
import type { Strings } from '../src/i18n/strings.js';
import { icon } from './icons.js';

/** Pictures that the page gives for a role: an address, or a template of its own. */
export type Avatars = Readonly<Partial<Record<Role, string | TemplateResult>>>;

/** Names that the page gives for a role, instead of the ones the service sends. */
export type ParticipantNames = Readonly<Partial<Record<Role, string>>>;

/** Scripts in which the first letters of two words read as initials; in others two letters would read as a word. */
const SPACED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]/u;

/** One or two letters that stand for a name where there is no picture; `''` for a name without letters. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .filter((letter) => letter !== '');
  const [first = '', second = ''] = letters;
  return (SPACED.test(first) ? first + second : first).toUpperCase();
}

/** What to call somebody: the page's name for the role, else the service's, else the word for the role. */
export function nameOf(
  { role, displayName }: Pick<Participant, 'role' | 'displayName'>,
  names: ParticipantNames,
  strings: Strings,
): string {
  const fallback = {
    customer: strings.you,
    agent: strings.agent,
    supervisor: strings.supervisor,
    bot: strings.botName,
    system: strings.system,
  };
  return names[role] ?? (displayName?.trim() ? displayName : fallback[role]);
}

/**
 * The round face of a person, or the squarer one of a machine: a picture if the page gave one, else initials or the
 * bot sign. Decorative, because the name always stands beside it.
 */
export function avatarTemplate(role: Role, name: string, avatars: Avatars, large = false): TemplateResult {
  const machine = role === 'bot' || role === 'system';
  const own = avatars[role];
  const face =
    own === undefined
      ? machine
        ? icon('bot')
        : initials(name)
      : typeof own === 'string'
        ? html`<img src=${own} alt="" />`
        : own;
  return html`<span
    class="avatar${machine ? ' avatar--bot' : ''}${large ? ' avatar--large' : ''}"
    part="avatar"
    aria-hidden="true"
    >${face}</span
  >`;
}
