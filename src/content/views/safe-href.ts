const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** `address` if it is one that a customer may be led to: http, https, mailto, tel; not relative. */
export function safeHref(address: string | undefined): string | undefined {
  const url = parse(address);
  return url && PROTOCOLS.has(url.protocol) ? url.href : undefined;
}

/** `address` if a picture may be fetched from it: https, or the page's own origin. */
export function safePicture(address: string | undefined): string | undefined {
  const url = parse(address);
  const isSafe = url && (url.protocol === 'https:' || url.origin === location.origin) && url.username === '';
  return isSafe ? url.href : undefined;
}

function parse(address: string | undefined): URL | undefined {
  try {
    return new URL(address ?? '');
  } catch {
    return undefined;
  }
}
