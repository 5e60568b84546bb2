import { parseLooseJson } from '../loose-json.js';
import { asRecord, asText, member, nested, text, type Json } from './json.js';

/** A view that a flow asks the customer to look at. */
export interface ViewMessage {
  /** What the view is described under (DescribeView); good for a limited time. `''` when there is nothing to be asked for. */
  readonly viewToken: string;
  /** What the view is to be filled with. */
  readonly data: Json;
  /** What it is about, as far as the message itself says. */
  readonly title: string | undefined;
}

/** The service's limit for a view token, in characters. */
const MAX_TOKEN = 1_000;

/** Reads a message with the template `ViewResource`. Never throws. */
export function readViewMessage(message: string): ViewMessage {
  const content = asRecord(member(asRecord(member(asRecord(parseLooseJson(message)), 'data')), 'content'));
  const viewToken = asText(member(content, 'viewToken')) ?? '';
  // Values may be JSON in quotes once more.
  const data = Object.fromEntries(
    Object.entries(asRecord(member(content, 'viewData'))).map(([name, value]) => [name, unquoted(value)]),
  );
  return {
    viewToken: viewToken.length > MAX_TOKEN ? '' : viewToken,
    data,
    title: text(content, 'title') ?? text(data, 'Heading', 'Title'),
  };
}

/** Some flows put even plain words into quotes of JSON. */
function unquoted(value: unknown): unknown {
  const isQuoted = typeof value === 'string' && /^\s*"[^]*"\s*$/.test(value);
  return isQuoted ? (parseLooseJson(value) ?? value) : nested(value);
}
