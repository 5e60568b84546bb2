import { carouselWords, pageActionOf, readCarouselAnswer } from '../src/content/interactive/answers.js';
import { readTemplate } from '../src/content/interactive/read-template.js';
import { SlotWords } from '../src/content/interactive/slot-words.js';
import { readTime } from '../src/content/interactive/slots.js';
import {
  isAnswerable,
  type Carousel,
  type Slot,
  type Template,
} from '../src/content/interactive/template.js';
import type { Entry } from '../src/engine/types.js';
import { kitOf } from './card-kits.js';
import type { CardStrings } from './interactive-view.js';

/** What is shown of an interactive message. */
export interface Card {
  readonly template: Template;
  /** A later message has taken its place in the conversation: it cannot be answered any more. */
  readonly stale: boolean;
}

/** A card that can still be answered, while the entries are gone through. */
interface OpenCard {
  /** What it is made of, oldest first. */
  parts: readonly Entry[];
  template: Template;
  /** Where it stands among what is shown. */
  at: number;
  stale: boolean;
}

/** How an own message is shown, and what that depends on. */
interface Answer {
  readonly question: Template | undefined;
  readonly locale: string;
  readonly shown: Entry;
}

const templates = new WeakMap<Entry, Template | false>();
const cards = new WeakMap<Entry, Card>();
const copies = new WeakMap<
  Entry,
  { readonly parts: readonly Entry[]; readonly stale: boolean; readonly copy: Entry }
>();
const answers = new WeakMap<Entry, Answer>();
const worded = new WeakSet<Entry>();

/** The card that `entry`, as {@link arrangeCards} has given it, shows; undefined where it is none that can be read. */
export function cardOf(entry: Entry): Card | undefined {
  const known = cards.get(entry);
  if (known) return known;
  const template = templateOf(entry);
  return template && { template, stale: false };
}

/** Whether the text of an own message has been put into words, so that it was one of the choices. */
export function isWorded(answer: Entry): boolean {
  return worded.has(answer);
}

/**
 * Interactive messages as they belong together: a card that the flow sends anew takes the place of the one before, under
 * the same key, so that its nodes and the focus stay; only the last card can be answered; requests for other options are
 * not shown; answers are shown in the words that were chosen.
 *
 * @param locale - BCP 47 tag.
 */
export function arrangeCards(
  entries: readonly Entry[],
  strings: CardStrings,
  locale: string,
): readonly Entry[] {
  const shown: (Entry | undefined)[] = [];
  let open: OpenCard[] = [];
  let question: Template | undefined;
  for (const entry of entries) {
    if (entry.own && entry.kind === 'message') {
      const action = pageActionOf(entry.text);
      if (action === undefined) {
        if (entry.delivery !== 'failed') open = [];
        shown.push(inWords(entry, question, locale));
      } else if (entry.delivery === 'failed') {
        const text = action === 'SHOW_MORE' ? strings.moreOptions : strings.previousOptions;
        shown.push({ ...entry, text, contentType: 'text/plain' });
      }
      continue;
    }
    const template = templateOf(entry);
    if (!template) {
      shown.push(entry);
      continue;
    }
    const before = open.find((card) => !card.stale && takesPlace(template, card.template));
    const next: OpenCard = {
      parts: [...(before?.parts ?? []), entry],
      template: before ? merged(template, before.template) : template,
      at: shown.length,
      stale: false,
    };
    if (before) shown[before.at] = undefined;
    open = open.filter((card) => card !== before);
    if (isAnswerable(next.template)) {
      for (const card of open)
        if (isAnswerable(card.template)) shown[card.at] = emit({ ...card, stale: true });
      open = open.filter((card) => !isAnswerable(card.template));
    }
    question = next.template;
    open.push(next);
    shown.push(emit(next));
  }
  return shown.filter((entry) => entry !== undefined);
}

function templateOf(entry: Entry): Template | undefined {
  let template = templates.get(entry);
  if (template === undefined) {
    const reading = !entry.own && kitOf(entry) === 'interactive' ? readTemplate(entry.text) : undefined;
    template = reading && 'template' in reading ? reading.template : false;
    templates.set(entry, template);
  }
  return template || undefined;
}

/** Two templates without a reference are two. */
function takesPlace(next: Template, before: Template): boolean {
  const { referenceId } = next;
  const known = new Set([before, ...(before.type === 'Carousel' ? before.cards : [])].flatMap(referencesOf));
  return (
    (referenceId !== undefined && known.has(referenceId)) ||
    (next.type === 'Carousel' &&
      before.type === 'Carousel' &&
      next.cards.flatMap(referencesOf).some((reference) => known.has(reference)))
  );
}

const referencesOf = ({ referenceId }: Template) => (referenceId === undefined ? [] : [referenceId]);

/** A picker that a card of a carousel asked for goes where that card is. */
function merged(next: Template, before: Template): Template {
  if (before.type !== 'Carousel' || next.type === 'Carousel' || next.type === 'TimePicker') return next;
  if (next.referenceId === before.referenceId) return next;
  return {
    ...before,
    cards: before.cards.map((card) =>
      card.referenceId === next.referenceId ? { ...next, templateIdentifier: card.templateIdentifier } : card,
    ),
  } satisfies Carousel;
}

/** The entry that shows `card`; the same object as before if nothing has changed. */
function emit({ parts, template, stale }: OpenCard): Entry {
  const first = parts[0] as Entry;
  const last = parts.at(-1) as Entry;
  if (first === last && !stale) return last;
  const known = copies.get(last);
  if (known?.stale === stale && sameItems(known.parts, parts)) return known.copy;
  const copy = { ...last, key: first.key };
  copies.set(last, { parts, stale, copy });
  cards.set(copy, { template, stale });
  return copy;
}

function sameItems(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The customer's answer as they saw it when they chose. */
function inWords(entry: Entry, question: Template | undefined, locale: string): Entry {
  const known = answers.get(entry);
  if (known && known.question === question && known.locale === locale) return known.shown;
  const words = answerWords(entry.text, question, locale);
  const shown = words === undefined ? entry : { ...entry, text: words, contentType: 'text/plain' };
  if (words !== undefined || isOption(entry.text, question)) worded.add(shown);
  answers.set(entry, { question, locale, shown });
  return shown;
}

function isOption(text: string, question: Template | undefined): boolean {
  return (
    question !== undefined &&
    'options' in question &&
    question.options.some(({ kind, title }) => kind === 'choice' && title === text)
  );
}

function answerWords(text: string, question: Template | undefined, locale: string): string | undefined {
  const carousel = readCarouselAnswer(text);
  if (carousel) return carouselWords(carousel, question?.type === 'Carousel' && question.titleOmitted);
  const picker = question?.type === 'TimePicker' ? question : undefined;
  const slot = picker?.slots.find(({ date }) => date === text) ?? slotOf(text);
  return slot && new SlotWords(locale, picker?.offsetMinutes, Date.now()).full(slot);
}

/** An answer whose question is not known. What the customer writes themselves is not in this form. */
function slotOf(date: string): Slot | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(date) ? readTime(date) : undefined;
  return time === undefined ? undefined : { date, time };
}
