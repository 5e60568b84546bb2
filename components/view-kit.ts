import { html, type TemplateResult } from 'lit';
import { answerLine } from '../src/content/views/answers.js';
import { asRecord, member, nested } from '../src/content/views/json.js';
import { readViewMessage, type ViewMessage } from '../src/content/views/view-message.js';
import { saidName } from '../src/content/views/view-notes.js';
import type { Entry } from '../src/engine/types.js';
import { viewEnglish } from '../src/i18n/view-strings.js';
import { toPublicEntry } from '../src/public-entry.js';
import { RESPONSE } from '../src/view-answer.js';
import type { CardHost } from './card-host.js';
import { bubbleTemplate, type BodyTools } from './message-body.js';
import type { ViewAnswerEvent, ViewKeepEvent, ViewShowEvent } from './view-events.js';
import type { ViewWords } from './view/drawing.js';
import './view.js';

/** A view, or the customer's own answer to one. */
export function bodyTemplate(
  entry: Entry,
  id: string,
  tools: BodyTools,
  answer: Entry | undefined,
): TemplateResult {
  if (entry.own) return bubbleTemplate(entry, id, wordsOf(entry.text, tools));
  const message = readViewMessage(entry.text);
  const { cards, formats, locale } = tools;
  const name = `view-${entry.id ?? entry.key}`;
  return html`<connect-chat-view
    id=${id}
    data-controls
    exportparts="card"
    .message=${message}
    .words=${wordsFrom(tools)}
    .formats=${formats}
    .locale=${locale}
    .note=${cards?.note(name) ?? ''}
    .folded=${foldedWords(entry, answer, tools)}
    .load=${cards && message.viewToken ? async () => (await cards.services()).describeView(message.viewToken) : undefined}
    @view-show=${(event: ViewShowEvent) => {
      if (cards && !tellShown(event, entry, message, cards)) event.preventDefault();
    }}
    @view-keep=${({ detail: { text } }: ViewKeepEvent) => cards?.keep(name, text)}
    @view-answer=${(event: ViewAnswerEvent) => cards && send(event, entry, cards)}
  ></connect-chat-view>`;
}

function wordsFrom({ strings }: BodyTools): ViewWords {
  return { ...viewEnglish, ...strings };
}

/** Whatever the customer said next answers a view: with its own words, or typed. */
function foldedWords(entry: Entry, answer: Entry | undefined, tools: BodyTools): string | undefined {
  if (answer === undefined) return entry.past || tools.closed ? '' : undefined;
  // Only the newest view can be answered.
  if (!answer.own) return '';
  const own = answer.contentType.startsWith(RESPONSE);
  return own ? wordsOf(answer.text, tools) : wordsFrom(tools).viewAnswered;
}

function wordsOf(answer: string, tools: BodyTools): string {
  const words = wordsFrom(tools);
  const said = tools.cards?.note(saidName(answer));
  if (said) return said;
  const line = answerLine(answer);
  return line.kind === 'words'
    ? line.words
    : line.kind === 'form'
      ? words.viewFormSent
      : words.viewAnswerSent;
}

/** Tells the page what a view looks like, so that it may draw it itself. `false` if it does. */
function tellShown(
  { detail: { viewName, described } }: ViewShowEvent,
  entry: Entry,
  { data }: ViewMessage,
  cards: CardHost,
): boolean {
  const content = asRecord(member(asRecord(described), 'Content'));
  const { Template: template, InputSchema: inputSchema, Actions: actions } = content;
  return cards.tell('view', {
    entry: toPublicEntry(entry),
    viewName,
    content: Object.freeze({ template: nested(template), inputSchema: nested(inputSchema), actions, data }),
  });
}

function send({ detail: { text, press, viewName } }: ViewAnswerEvent, entry: Entry, cards: CardHost): void {
  const { action, label, submits } = press;
  if (!cards.tell('view', { entry: toPublicEntry(entry), viewName, action })) return;
  // The answer to the flow names things by their ids; people are told what was written on the button.
  const isForm = submits !== false && answerLine(text).kind === 'form';
  if (!isForm && label !== '') cards.keep(saidName(text), label);
  cards.send(text, RESPONSE);
}
