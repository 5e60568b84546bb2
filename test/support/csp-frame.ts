/** Runs inside a frame with a Content-Security-Policy: shows one formatted message and tells the parent what became of it. */
import type { ListRefuseEvent } from '../../components/message-list-events.js';
import '../../components/message-list.js';
import { entry } from './entries.js';

/** What the frame reports. */
export interface CspReport {
  readonly bold: string | undefined;
  readonly text: string;
  readonly refusals: readonly string[];
  readonly violations: readonly string[];
}

const refusals: string[] = [];
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));

const list = document.createElement('connect-chat-message-list');
list.addEventListener('list-refuse', (event) =>
  refusals.push((event as CustomEvent<ListRefuseEvent['detail']>).detail.reason),
);
list.markdown = true;
list.entries = [
  entry({ key: 'a', contentType: 'text/markdown', text: 'some **bold** words' }),
  entry({ key: 'b', contentType: 'text/markdown', text: 'more **bold** words', time: Date.now() }),
];
document.body.append(list);

// The list takes its renderer in a later turn than this module, or says why it takes none.
const isSettled = () => refusals.length > 0 || list.shadowRoot?.querySelector('.bubble strong');
while (!isSettled()) await new Promise((resolve) => setTimeout(resolve));
await list.updateComplete;

const bubble = list.shadowRoot?.querySelector('.bubble');
const report: CspReport = {
  bold: bubble?.querySelector('strong')?.textContent,
  text: bubble?.textContent.trim() ?? '',
  refusals,
  violations,
};
parent.postMessage({ csp: report }, '*');
