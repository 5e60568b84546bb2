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

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const strong = () => list.shadowRoot?.querySelector('strong');
// The renderer comes in its own time, and then says no or is used.
while (refusals.length === 0 && !strong()) await frame();
await list.updateComplete;

const bubble = list.shadowRoot?.querySelector('.bubble');
const report: CspReport = {
  bold: bubble?.querySelector('strong')?.textContent,
  text: bubble?.textContent.trim() ?? '',
  refusals,
  violations,
};
parent.postMessage({ csp: report }, '*');
