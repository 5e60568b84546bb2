import type { Contact, Credentials, Features } from '../engine/types.js';
import { sentenceForPeople } from './failure.js';
import { asRecord, compact, member, parseJson, text, type UnknownRecord } from './reading.js';

/** A started contact, and where its participant service is, if the answer says so. */
export interface StartChatAnswer {
  readonly contact: Contact;
  readonly credentials: Credentials;
  readonly features: Features;
  readonly region?: string;
  readonly participantEndpoint?: string;
}

/** What an answer that starts no chat says instead. */
export interface StartChatRefusal {
  /** It calls itself an error, rather than being unreadable. */
  readonly error: boolean;
  /** The status that it carries inside, as misconfigured proxies send it. */
  readonly status?: number;
  /** Fit to show to people. */
  readonly detail?: string;
}

/**
 * Reads the answer of a start-chat endpoint in any of the shapes in use: the contact in `data.startChatResult`, `startChatResult`, `data`
 * or at the root, all of it possibly as JSON text in `body`, with names in either letter case. Never throws.
 */
export function readStartChatAnswer(value: unknown): StartChatAnswer | StartChatRefusal {
  const layers = unwrap(value);
  const status = statusWithin(layers);
  const error = layers.some(isError) || (status !== undefined && status >= 400);
  if (error) return compact<StartChatRefusal>({ error, status, detail: detailWithin(layers) });
  for (const layer of layers) {
    const participantToken = either(layer, 'ParticipantToken');
    const contactId = either(layer, 'ContactId');
    if (participantToken === undefined || contactId === undefined) continue;
    return compact<StartChatAnswer>({
      contact: compact<Contact>({
        contactId,
        participantId: either(layer, 'ParticipantId') ?? '',
        continuedFromContactId: either(layer, 'ContinuedFromContactId'),
      }),
      credentials: { participantToken },
      features: featuresWithin(layers),
      region: within(layers, 'Region'),
      participantEndpoint:
        within(layers, 'ParticipantEndpoint') ?? within(layers, 'ParticipantServiceEndpoint'),
    });
  }
  return compact<StartChatRefusal>({ error, status, detail: detailWithin(layers) });
}

/** Whether an answer has been read as one that starts a chat. */
export function isStarted(answer: StartChatAnswer | StartChatRefusal): answer is StartChatAnswer {
  return 'contact' in answer;
}

/** The records of an answer in which a contact may lie, innermost first, without repeats. */
function unwrap(value: unknown): readonly UnknownRecord[] {
  const outer = recordOf(value);
  const root = (outer && recordOf(member(outer, 'body'))) ?? outer;
  const data = root && recordOf(member(root, 'data'));
  const layers = [
    data && recordOf(member(data, 'startChatResult')),
    root && recordOf(member(root, 'startChatResult')),
    data,
    root,
    outer,
  ];
  return [...new Set(layers.filter((layer) => layer !== undefined))];
}

function recordOf(value: unknown): UnknownRecord | undefined {
  return asRecord(typeof value === 'string' ? parseJson(value) : value);
}

/** A string member whose name begins with a capital or a small letter. Tokens may be long; 10,000 characters bound them all. */
function either(record: UnknownRecord, name: string): string | undefined {
  return text(record, name, 10_000) ?? text(record, lower(name), 10_000);
}

function within(layers: readonly UnknownRecord[], name: string): string | undefined {
  return layers.map((layer) => either(layer, name)).find((value) => value !== undefined);
}

function featuresWithin(layers: readonly UnknownRecord[]): Features {
  const permissions = layers
    .map((layer) => asRecord(member(layer, 'featurePermissions') ?? member(layer, 'FeaturePermissions')))
    .find((record) => record !== undefined);
  return compact<Features>({
    markdown: permissions && asBoolean(member(permissions, 'MESSAGING_MARKDOWN')),
    attachments: permissions && asBoolean(member(permissions, 'ATTACHMENTS')),
  });
}

function asBoolean(value: unknown): boolean | undefined {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : undefined;
}

/** `errorType` is what a Lambda function that crashed answers with, under status 200 when invoked through some proxies. */
function isError(layer: UnknownRecord): boolean {
  if (member(layer, 'success') === false || member(layer, 'errorType') !== undefined) return true;
  return Boolean(member(layer, 'Error') ?? false) || Boolean(member(layer, 'error') ?? false);
}

function statusWithin(layers: readonly UnknownRecord[]): number | undefined {
  const status = layers
    .map((layer) => member(layer, 'statusCode'))
    .find((value) => typeof value === 'number');
  return typeof status === 'number' && Number.isInteger(status) ? status : undefined;
}

/** The first sentence for people in the error of a layer, or beside it. */
function detailWithin(layers: readonly UnknownRecord[]): string | undefined {
  return layers
    .flatMap((layer) => {
      const errors = [member(layer, 'Error'), member(layer, 'error')];
      const messages = [...errors.map(asRecord), layer].filter((record) => record !== undefined);
      return [
        ...messages.flatMap((record) => [member(record, 'message'), member(record, 'Message')]),
        ...errors,
      ];
    })
    .map(sentenceForPeople)
    .find((sentence) => sentence !== undefined);
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
