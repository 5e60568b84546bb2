import { html, nothing, type TemplateResult } from 'lit';
import { inlineText } from '../src/content/interactive/inline.js';
import { countOf, isAnswerable, type Template } from '../src/content/interactive/template.js';
import type { Entry } from '../src/engine/types.js';
import { plural } from '../src/i18n/format.js';
import { interactiveEnglish } from '../src/i18n/interactive-strings.js';
import type { Strings } from '../src/i18n/strings.js';
import { bodyTemplate as fallbackTemplate } from './fallback-kit.js';
import { arrangeCards, cardOf, isWorded, type Card } from './interactive-arrange.js';
import './interactive-card.js';
import type { InteractiveCard } from './interactive-card.js';
import type { CardAnswerEvent, CardStrings } from './interactive-view.js';
import { bubbleTemplate, type BodyTools } from './message-body.js';
import { isMachine } from './message-tools.js';

/** The entries as interactive messages make them: see {@link arrangeCards}. */
export function arrange(entries: readonly Entry[], { strings, locale }: BodyTools): readonly Entry[] {
  return arrangeCards(entries, withOwnWords(strings), locale);
}

/** An interactive message, or what can be read of one that is none. */
export function bodyTemplate(
  entry: Entry,
  id: string,
  tools: BodyTools,
  answer: Entry | undefined,
): TemplateResult {
  // The list gives answers in words; what comes here all the same is shown as it is.
  if (entry.own) return bubbleTemplate(entry, id, entry.text);
  const card = cardOf(entry);
  if (!card) return fallbackTemplate(entry, id, tools);
  const { template } = card;
  const state = stateOf(card, entry, tools, answer);
  const send = ({ detail }: CardAnswerEvent) => tools.cards?.send(detail.text, detail.contentType);
  const open = state === 'open';
  return html`<connect-chat-interactive
    id=${id}
    data-controls
    exportparts="card, bubble, card-option, quick-reply, time-slot"
    role=${open ? 'group' : nothing}
    aria-label=${open ? nameOf(template, tools) : nothing}
    .template=${template}
    .state=${state}
    .choice=${state === 'answered' && answer && isWorded(answer) ? answer.text : undefined}
    .machine=${isMachine(entry)}
    .strings=${withOwnWords(tools.strings)}
    .locale=${tools.locale}
    @card-answer=${send}
  ></connect-chat-interactive>`;
}

function stateOf(
  { template, stale }: Card,
  { past }: Entry,
  { closed }: BodyTools,
  answer: Entry | undefined,
): InteractiveCard['state'] {
  if (!isAnswerable(template)) return 'open';
  if (stale) return 'closed';
  if (answer) return 'answered';
  return closed || past ? 'closed' : 'open';
}

/** Title and number of choices: a screen reader goes through the choices themselves one by one. */
function nameOf(template: Template, { strings, locale }: BodyTools): string {
  const texts = [template.title, template.subtitle].map(inlineText).filter(Boolean);
  const count = countOf(template);
  return [...texts, ...(count === 0 ? [] : [plural(strings.countOptions, count, locale)])].join(', ');
}

const merged = new WeakMap<Strings, CardStrings>();

/** The words of the chat with those that only this kit needs. */
function withOwnWords(strings: Strings): CardStrings {
  let words = merged.get(strings);
  if (!words) merged.set(strings, (words = { ...interactiveEnglish, ...strings }));
  return words;
}
