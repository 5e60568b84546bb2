import { httpUrl, participantEndpoint } from './endpoints.js';
import { failure } from './failure.js';

/** Where the page says that its contacts live. */
export interface EndpointOptions {
  /** Amazon Connect region. There is no default. */
  readonly region?: string | undefined;
  /** Use the region's FIPS endpoint. */
  readonly fips?: boolean | undefined;
  /** Replaces the region's Participant Service: an emulator, a proxy. */
  readonly participantEndpoint?: string | undefined;
}

/** Where the start-chat answer says that its contact lives. */
export interface AnsweredEndpoint {
  readonly region?: string;
  readonly participantEndpoint?: string;
}

/**
 * The endpoint that the page has set by itself: its own URL, else none. Throws a `configuration/invalid-endpoint` failure when what it
 * has set is no http or https URL.
 */
export function givenEndpoint({ participantEndpoint: given }: EndpointOptions): URL | undefined {
  return given === undefined || given.trim() === '' ? undefined : validEndpoint(given);
}

/**
 * The Participant Service of a contact: the page's URL, else the answer's, else that of the page's region, else of the answer's.
 * Throws a `configuration/missing-region` failure when none of them is there, or the region does not read like one.
 */
export function chooseEndpoint(options: EndpointOptions, answer: AnsweredEndpoint): URL {
  const given =
    givenEndpoint(options) ??
    (answer.participantEndpoint ? validEndpoint(answer.participantEndpoint) : undefined);
  if (given) return given;
  const region = (options.region?.trim() ? options.region : answer.region)?.trim();
  const regional =
    region === undefined ? undefined : participantEndpoint(region, { fips: options.fips ?? false });
  if (regional === undefined) throw failure('configuration', { code: 'configuration/missing-region' });
  return new URL(regional);
}

/**
 * What of an answer has decided where its contact lives, for whoever goes on with the contact later; undefined when the page's own settings have.
 * Throws like {@link chooseEndpoint}.
 */
export function answeredEndpoint(options: EndpointOptions, answer: AnsweredEndpoint): string | undefined {
  const { participantEndpoint, region } = answer;
  const { href } = chooseEndpoint(options, answer);
  const decided = participantEndpoint ? !givenEndpoint(options) : region && !options.region?.trim();
  return decided ? href : undefined;
}

/**
 * The Participant Service of a contact that was started elsewhere: the page's URL, else the one kept with the contact, else that of the page's region.
 * What was kept may come from anybody: what is no http or https URL is passed over. Throws like {@link chooseEndpoint}.
 */
export function keptEndpoint(options: EndpointOptions, kept: string | undefined): URL {
  // What we keep is absolute: anything else would be read relative to whichever page it is found on.
  const usable = kept !== undefined && /^https?:/i.test(kept) && httpUrl(kept) !== undefined;
  return chooseEndpoint(options, usable ? { participantEndpoint: kept } : {});
}

function validEndpoint(value: string): URL {
  const url = httpUrl(value);
  if (!url) throw failure('configuration', { code: 'configuration/invalid-endpoint' });
  return url;
}
