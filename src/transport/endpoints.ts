/** Which domain serves the regions of a partition, and which its dual-stack form. */
interface Partition {
  readonly regions: RegExp;
  readonly domain: string;
  readonly dualStackDomain: string;
  /** The standard host is itself the FIPS host. */
  readonly fipsByDefault?: boolean;
}

const commercial: Partition = { regions: /^/, domain: 'amazonaws.com', dualStackDomain: 'api.aws' };

const partitions: readonly Partition[] = [
  { regions: /^cn-/, domain: 'amazonaws.com.cn', dualStackDomain: 'api.amazonwebservices.com.cn' },
  { regions: /^us-gov-/, domain: 'amazonaws.com', dualStackDomain: 'api.aws', fipsByDefault: true },
  { regions: /^eusc-/, domain: 'amazonaws.eu', dualStackDomain: 'api.amazonwebservices.eu' },
  { regions: /^us-iso-/, domain: 'c2s.ic.gov', dualStackDomain: 'api.aws.ic.gov' },
  { regions: /^us-isob-/, domain: 'sc2s.sgov.gov', dualStackDomain: 'api.aws.scloud' },
  { regions: /^eu-isoe-/, domain: 'cloud.adc-e.uk', dualStackDomain: 'api.cloud-aws.adc-e.uk' },
  { regions: /^us-isof-/, domain: 'csp.hci.ic.gov', dualStackDomain: 'api.aws.hci.ic.gov' },
];

/**
 * The Participant Service of a region, as the service's own endpoint rules give it.
 *
 * @returns undefined when `region` does not read like a region, so that no host name can be made of anything else.
 */
export function participantEndpoint(
  region: string,
  { fips = false, dualStack = false }: { readonly fips?: boolean; readonly dualStack?: boolean } = {},
): string | undefined {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) return undefined;
  const partition = partitions.find(({ regions }) => regions.test(region)) ?? commercial;
  const domain = dualStack ? partition.dualStackDomain : partition.domain;
  const service = fips && (dualStack || !partition.fipsByDefault) ? 'connect-fips' : 'connect';
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
