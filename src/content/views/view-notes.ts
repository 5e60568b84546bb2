import { asRecord, isRecord, text } from './json.js';
import { parseLooseJson } from '../loose-json.js';
import type { Values } from './answers.js';
import type { Field, FieldValue, View } from './view-tree.js';

/** More than this is not kept, in characters. */
const MAX_NOTE = 20_000;
const MAX_TITLE = 200;

/** What a view leaves on the device: what is filled in so far, and its title for when it is folded. */
export interface ViewNote {
  readonly title: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A note to be kept with the chat. Passwords and the like are never in it. */
export function writeNote(view: View, values: Values): string {
  const kept = view.fields.flatMap(({ id, secret }): readonly [string, FieldValue][] => {
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    return value === undefined || secret ? [] : [[id, value]];
  });
  const title = view.title?.slice(0, MAX_TITLE);
  const note = JSON.stringify({ title, values: Object.fromEntries(kept) });
  return note.length > MAX_NOTE ? JSON.stringify({ title, values: {} }) : note;
}

/** Reads a note that may come from anybody. Never throws. */
export function readNote(note: string): ViewNote {
  const record = asRecord(parseLooseJson(note));
  return { title: text(record, 'title'), values: isRecord(record.values) ? record.values : {} };
}

/** What was filled in, as far as the fields of the view can still hold it. */
export function restore(view: View, { values }: ViewNote): Values {
  return Object.fromEntries(
    view.fields.flatMap((field) => {
      const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
      return !field.secret && fits(field, value) ? [[field.id, value]] : [];
    }),
  );
}

function fits({ initial, options, control }: Field, value: unknown): value is FieldValue {
  if (Array.isArray(initial))
    return Array.isArray(value) && value.every((one) => options.some((option) => option.value === one));
  if (control === 'radios') return options.some((option) => option.value === value);
  return typeof value === typeof initial;
}

/** Name under which the words of an answer are kept, which says too little by itself: the same for the same answer. */
export function saidName(answer: string): string {
  let hash = 0;
  for (let index = 0; index < answer.length; index += 1) hash = (hash * 31 + answer.charCodeAt(index)) | 0;
  return `view-said-${(hash >>> 0).toString(36)}`;
}
