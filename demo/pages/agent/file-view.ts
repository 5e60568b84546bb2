import { html, nothing, type TemplateResult } from 'lit';
import type { AttachedFile } from './transcript.js';

/** What the scanner may be told to find. */
export type Verdict = 'APPROVED' | 'REJECTED';

const states = {
  APPROVED: '',
  IN_PROGRESS: 'The scanner has not finished',
  REJECTED: 'Blocked by the scanner',
};

/** A file in the conversation: its name as a link, a picture where it is one, and the scanner's say. */
export function fileView(
  file: AttachedFile,
  judge: (file: AttachedFile, verdict: Verdict) => void,
): TemplateResult {
  return html`<div class="bubble file">
    ${file.isPicture && file.status === 'APPROVED' ? html`<img src=${file.url} alt="" loading="lazy" />` : nothing}
    <a href=${file.url} download=${file.name} dir="auto">${file.name}</a>
    ${states[file.status] === '' ? nothing : html`<p class="hint">${states[file.status]}</p>`}
    ${
      file.status === 'IN_PROGRESS'
        ? html`<p class="file-actions">
            <button type="button" class="quiet" @click=${() => judge(file, 'APPROVED')}>Approve</button>
            <button type="button" class="quiet" @click=${() => judge(file, 'REJECTED')}>Block</button>
          </p>`
        : nothing
    }
  </div>`;
}
