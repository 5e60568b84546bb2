import DOMPurify, { type Config } from 'dompurify';

/** Turns HTML into nodes that can neither run, fetch nor style anything. */
export type Sanitizer = (html: string) => DocumentFragment;

/** A Trusted Types policy as DOMPurify takes it. */
export type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** The part of `window.trustedTypes` that is needed here. */
export interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string; createScriptURL: (url: string) => string },
  ): Policy;
}

const ALLOWED_TAGS = [
  ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const ALLOWED_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * A Trusted Types policy named `dompurify`, the one name that the documented Content-Security-Policy allows for this;
 * `null` where the browser has no Trusted Types or the page refuses the name. A name can be taken once per page, so
 * all chats of a page share one policy.
 */
export function createPolicy(
  factory: PolicyFactory | undefined = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes,
): Policy | null {
  try {
    return (
      factory?.createPolicy('dompurify', { createHTML: (html) => html, createScriptURL: refuseScript }) ??
      null
    );
  } catch {
    return null;
  }
}

/** DOMPurify insists on this callback; no tag that is allowed here has a script address. */
function refuseScript(): never {
  throw new TypeError('Messages have no scripts.');
}

// Taken when the chunk loads; it holds no state.
const pagePolicy = createPolicy();

/**
 * A sanitizer with its own DOMPurify, or `undefined` where none can work: DOMPurify without a DOM to its liking, or a page
 * that requires Trusted Types and refuses our policy. It is tried once, because DOMPurify itself would say nothing and
 * return an empty message.
 */
export function createSanitizer(policy: Policy | null = pagePolicy): Sanitizer | undefined {
  const purify = DOMPurify(window);
  const sanitize = (html: string): DocumentFragment =>
    purify.sanitize(html, {
      ALLOWED_TAGS,
      ALLOWED_ATTR: ['href', 'start'],
      ADD_URI_SAFE_ATTR: ['start'],
      ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
      TRUSTED_TYPES_POLICY: policy,
    });
  if (!purify.isSupported || !works(sanitize)) return undefined;
  return (html) => {
    const fragment = sanitize(html);
    for (const link of fragment.querySelectorAll('a')) settleLink(link);
    return fragment;
  };
}

function works(sanitize: Sanitizer): boolean {
  try {
    return sanitize('<p>probe</p>').textContent === 'probe';
  } catch {
    return false;
  }
}

/** A link opens elsewhere and learns nothing of this page; one that leads nowhere becomes its text. */
function settleLink(link: HTMLAnchorElement): void {
  if (!ALLOWED_PROTOCOLS.has(link.protocol) || link.textContent.trim() === '') {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
