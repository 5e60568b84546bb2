/** The domains of the partitions that are not `amazonaws.com`, by the beginning of their regions' names. */
const domains: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'amazonaws.com.cn'],
  [/^eusc-/, 'amazonaws.eu'],
];

/**
 * The Participant Service of a region, as the service's own endpoint rules give it. In GovCloud the ordinary host is the FIPS host.
 *
 * @returns undefined when `region` does not read like a region, so that no host name can be made of anything else.
 */
export function participantEndpoint(
  region: string,
  { fips = false }: { readonly fips?: boolean } = {},
): string | undefined {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) return undefined;
  const [, domain] = domains.find(([start]) => start.test(region)) ?? [undefined, 'amazonaws.com'];
  const service = fips && !region.startsWith('us-gov-') ? 'connect-fips' : 'connect';
  return `https://participant.${service}.${region}.${domain}`;
}

/**
 * An http or https URL, relative ones resolved against the page; undefined when it is neither, or carries a password,
 * with which `fetch` would refuse it.
 */
export function httpUrl(value: string): URL | undefined {
  const url = parseUrl(value.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a socket may be opened to `value`: over TLS anywhere, without it only to this machine. */
export function isSocketUrl(value: string): boolean {
  const url = parseUrl(value);
  return url?.protocol === 'wss:' || (url?.protocol === 'ws:' && loopbackHosts.includes(url.hostname));
}

function parseUrl(value: string): URL | undefined {
  // Outside a page there is nothing to be relative to.
  const base = 'document' in globalThis ? document.baseURI : undefined;
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
