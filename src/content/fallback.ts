import { parseLooseJson } from './loose-json.js';

/** Something to read in place of content that cannot be shown as it was meant. */
export interface Fallback {
  /** The heading of the template, if it has one. */
  readonly title?: string;
  /** At least one line, none of them blank, unless there is a title; a blank message gives none. */
  readonly lines: readonly string[];
  /** Name of the interactive template, as sent. */
  readonly templateType?: string;
}

type Json = Readonly<Record<string, unknown>>;

const MAX_LINES = 40;
const MAX_LINE_LENGTH = 5_000;
const MAX_DEPTH = 6;

/**
 * The readable part of an interactive, JSON or unknown message (Amazon Connect administrator guide, "Add interactive
 * messages to chat"). Never throws. Ids, tokens and addresses are not for readers and are left out.
 */
export function fallback(contentType: string, text: string): Fallback {
  const parsed = parseLooseJson(text);
  if (!isRecord(parsed))
    return { lines: plainLines(typeof parsed === 'string' && words(parsed) ? parsed : text) };

  const content = contentOf(parsed);
  const templateType = words(parsed.templateType);
  const title = words(content.title);
  const isTemplate = templateType !== undefined || contentType.includes('interactive');
  const lines = clip(isTemplate ? templateLines(content, 0) : describe(parsed, 0));
  const shown =
    lines.length > 0 || title !== undefined ? lines : [answerOf(parsed) ?? spaced(templateType) ?? '…'];
  return {
    ...(title !== undefined && { title }),
    lines: isTemplate ? shown : shown.filter((line) => line !== title),
    ...(templateType !== undefined && { templateType }),
  };
}

/** `data.content`, where `data` may itself be a JSON string. */
function contentOf(message: Json): Json {
  const data = nested(message.data);
  const content = isRecord(data) ? nested(data.content) : undefined;
  return isRecord(content) ? content : isRecord(data) ? data : message;
}

/** What the customer's own answer to a template said. */
function answerOf(message: Json): string | undefined {
  const data = nested(message.data);
  return (isRecord(data) ? words(data.content) : undefined) ?? spaced(words(message.action));
}

function nested(value: unknown): unknown {
  return typeof value === 'string' ? parseLooseJson(value) : value;
}

/** Subtitle, then one line per choice; the cards of a carousel with theirs. */
function templateLines(content: Json, depth: number): string[] {
  const lines = [words(content.subtitle)];
  for (const element of [...list(content.elements), ...list(content.timeslots)]) {
    if (typeof element === 'string') lines.push(words(element));
    if (!isRecord(element)) continue;
    const inner = isRecord(element.data) && depth < MAX_DEPTH ? contentOf(element) : undefined;
    const parts = inner ?? element;
    lines.push(
      [words(parts.title) ?? words(parts.date), inner ? undefined : words(parts.subtitle)]
        .filter(Boolean)
        .join(': '),
    );
    if (inner) lines.push(...templateLines(inner, depth + 1));
  }
  return lines.filter((line): line is string => line !== undefined && line !== '');
}

/** `name: value` for whatever JSON it is. */
function describe(value: Json, depth: number): string[] {
  const lines: string[] = [];
  for (const [name, field] of Object.entries(value)) {
    if (lines.length >= MAX_LINES) break;
    if (isForMachines(name)) continue;
    const text = words(field);
    if (text !== undefined) lines.push(`${spaced(name) ?? name}: ${text}`);
    else if (isRecord(field) && depth < MAX_DEPTH) lines.push(...describe(field, depth + 1));
    else if (Array.isArray(field) && depth < MAX_DEPTH)
      lines.push(
        ...field.flatMap((item) => (isRecord(item) ? describe(item, depth + 1) : (words(item) ?? []))),
      );
  }
  return lines;
}

function isForMachines(name: string): boolean {
  return /token|secret|password|url$|(?:^|[_-])id$/i.test(name) || /[a-z]I[dD]$/.test(name);
}

/** Text that is fit to be read: a string that is not blank, or a number. */
function words(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  return text.length > MAX_LINE_LENGTH ? `${text.slice(0, MAX_LINE_LENGTH)}…` : text;
}

/** `ListPicker` as "List picker". */
function spaced(name: string | undefined): string | undefined {
  const separate = name
    ?.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return separate === undefined || separate === ''
    ? undefined
    : separate.charAt(0).toUpperCase() + separate.slice(1);
}

function plainLines(text: string): readonly string[] {
  return clip(text.split('\n', MAX_LINES * 2).map((line) => words(line) ?? ''));
}

function clip(lines: readonly string[]): readonly string[] {
  const shown = lines.filter((line) => line !== '');
  return shown.length > MAX_LINES ? [...shown.slice(0, MAX_LINES), '…'] : shown;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, MAX_LINES) : [];
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
