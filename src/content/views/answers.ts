import { parseLooseJson } from '../loose-json.js';
import { asRecord, isRecord, member, text, type Json } from './json.js';
import type { FieldProblem } from './validation.js';
import type { Field, FieldValue, Press, View } from './view-tree.js';

/** What the fields of a view hold, by the id of the field; a field that is not in it holds what it held at first. */
export type Values = Readonly<Record<string, FieldValue>>;

/** Says what is wrong with the value of a field: `problemOf` of `validation.ts`, which comes with the first view that has fields. */
export type FieldCheck = (field: Field, value: FieldValue) => FieldProblem | undefined;

/** What comes of pressing something. */
export type Submission =
  | { readonly answer: string }
  /** In the order of the fields. */
  | { readonly problems: ReadonlyMap<string, FieldProblem> };

/** The service's limit for the name of an action, in characters. */
const MAX_ACTION = 200;

/**
 * The answer that goes to the flow (Amazon Connect administrator guide, "Flow block: Show view"), or what is wrong with
 * the fields that it would send.
 */
export function submit(view: View, press: Press, values: Values, check: FieldCheck | undefined): Submission {
  const fields = fieldsOf(view, press);
  if (press.submits === true || (press.submits === 'unless-submitted' && !view.submitted.has(press.form))) {
    const problems = check && problemsOf(fields, values, check);
    if (problems?.size) return { problems };
  }
  return { answer: envelope(press.action, dataOf(press, fields, values)) };
}

/** The fields that are not right yet, in their order. */
function problemsOf(
  fields: readonly Field[],
  values: Values,
  check: FieldCheck,
): ReadonlyMap<string, FieldProblem> {
  return new Map(
    fields.flatMap((field) => {
      const problem = check(field, valueOf(field, values));
      return problem ? [[field.id, problem]] : [];
    }),
  );
}

/** What a field holds now. */
export function valueOf(field: Field, values: Values): FieldValue {
  return Object.hasOwn(values, field.id) ? (values[field.id] ?? field.initial) : field.initial;
}

/** Fields that a press sends: those of its form. A button for sending that stands in no form sends all there are. */
export function fieldsOf(view: View, { sends, form, submits }: Press): readonly Field[] {
  if (sends === 'data') return [];
  const own = view.fields.filter((field) => field.form === form);
  return own.length === 0 && form === '' && submits === true ? view.fields : own;
}

function dataOf({ sends, data }: Press, fields: readonly Field[], values: Values): Json {
  if (sends === 'data' || (sends === 'fields' && fields.length === 0)) return data;
  const filled = Object.fromEntries(fields.map((field) => [field.name, valueOf(field, values)]));
  return sends === 'form-data' ? { FormData: filled, ...data } : filled;
}

function envelope(action: string, data: Json): string {
  return JSON.stringify({
    templateType: 'ViewResource',
    version: '1.0',
    action: action.slice(0, MAX_ACTION) || ' ',
    data,
  });
}

/** What an answer to a view says to people. */
export type AnswerLine =
  /** What the customer wrote or chose, in their own words. */
  | { readonly kind: 'words'; readonly words: string }
  /** They have sent a form; what is in it is theirs. */
  | { readonly kind: 'form' }
  /** There is nothing to be said but that they answered. */
  | { readonly kind: 'answered' };

/** Reads an answer to a view for people: never the name of an action where there is anything better. Never throws. */
export function answerLine(message: string): AnswerLine {
  const answer = asRecord(parseLooseJson(message));
  const data = asRecord(member(answer, 'data'));
  const typed = text(data, 'content');
  if (typed !== undefined && Object.keys(data).length === 1) return { kind: 'words', words: typed };
  const action = text(answer, 'action')?.trim() ?? '';
  if (isRecord(member(data, 'FormData')))
    return /^(?:next|submit)$/i.test(action) ? { kind: 'form' } : named(action);
  const chosen = text(data, 'Label') ?? (text(data, 'actionName') || text(data, 'Heading'));
  if (chosen !== undefined && (Object.hasOwn(data, 'Id') || Object.hasOwn(data, 'actionName')))
    return { kind: 'words', words: spaced(chosen) };
  const own = Object.keys(data).filter((name) => name !== 'action');
  if (own.length === 1 && own[0] === 'Heading' && chosen !== undefined)
    return { kind: 'words', words: chosen };
  return own.length > 0 ? { kind: 'form' } : named(action);
}

function named(action: string): AnswerLine {
  if (action === '' || /^(?:action ?selected|button|submit|table ?action)$/i.test(action))
    return { kind: 'answered' };
  return { kind: 'words', words: spaced(action) };
}

/** `orderPart` as "Order part"; words with spaces in them stay as they are. */
function spaced(name: string): string {
  if (!/^[A-Za-z][\w-]*$/.test(name)) return name;
  const separate = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  if (separate === name) return name;
  const low = separate.toLowerCase();
  return low.charAt(0).toUpperCase() + low.slice(1);
}
