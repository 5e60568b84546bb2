import type { ConnectChatEventName } from '../../src/events.js';

/** What a page under test has seen, as `window.recorded`. */
export interface Recorded {
  /** Public events in order, with details as they were at that moment. */
  readonly events: { readonly name: string; readonly detail: Readonly<Record<string, unknown>> }[];
  /** Directives of the page's policy that something broke. */
  readonly violations: string[];
  /** What every announcer has said, in order. */
  readonly said: string[];
}

declare global {
  interface Window {
    recorded: Recorded;
    /** Called by hostile content that works. */
    pwned?: () => void;
  }
}

/** esbuild wraps named functions in a helper of its own, which a page does not have. */
export const nameHelper = 'globalThis.__name = (target) => target;';

/** Every public event that exists now. */
export const eventNames = [
  'ready',
  'before-open',
  'before-close',
  'open',
  'close',
  'before-send',
  'started',
  'resumed',
  'rehydrated',
  'connection',
  'message',
  'sent',
  'send-failed',
  'typing',
  'participant-joined',
  'participant-left',
  'participant-idle',
  'participant-returned',
  'participant-updated',
  'transfer',
  'receipt',
  'attachment',
  'interactive',
  'authentication',
  'view',
  'unread',
  'before-end',
  'ended',
  'error',
] as const satisfies readonly ConnectChatEventName[];

/** Runs in the page before anything else of it and writes down what happens. */
export function record(names: readonly string[]): void {
  const recorded: Recorded = { events: [], violations: [], said: [] };
  window.recorded = recorded;
  window.pwned = () => recorded.violations.push('hostile content ran code');
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    recorded.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
  for (const name of names) {
    document.addEventListener(`connect-chat-${name}`, (event) => {
      const { detail } = event as CustomEvent<Record<string, unknown>>;
      recorded.events.push({ name, detail: structuredClone(detail) });
    });
  }
  // Live regions are inside shadow roots, which no observer of the document sees: each is watched from its birth.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (this.localName === 'connect-chat-announcer') {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLParagraphElement) recorded.said.push(node.textContent);
      }).observe(root, { childList: true, subtree: true });
    }
    return root;
  };
}
