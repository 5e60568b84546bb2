import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Entry } from '../src/engine/types.js';
import { icon } from './icons.js';
import type { BodyTools } from './message-body.js';

/** A file: its name, what it is, and how far the virus scanner has come. */
export function bodyTemplate({ attachment }: Entry, id: string, tools: BodyTools): TemplateResult {
  return attachment ? fileTemplate(attachment, id, tools) : html``;
}

/** How many characters at the end of a file name are always shown: the extension and a little more. */
const NAME_END = 8;

function fileTemplate(file: Attachment, id: string, { strings, formats }: BodyTools): TemplateResult {
  const { name, status } = file;
  const at = name.length > 2 * NAME_END ? name.length - NAME_END : name.length;
  const meta = [kindOf(file), file.size === undefined ? '' : formats.size(file.size)]
    .filter(Boolean)
    .join(', ');
  return html`<div
    class="attachment${status === 'rejected' ? ' attachment--failed' : ''}"
    part="attachment"
    id=${id}
  >
    <span class="attachment-icon">${icon(status === 'rejected' ? 'alert' : 'file')}</span>
    <div class="attachment-text">
      <bdi class="attachment-name" title=${name}
        ><span>${name.slice(0, at)}</span><span>${name.slice(at)}</span></bdi
      >
      <p class="attachment-meta">
        ${status === 'checking' ? html`<span class="spinner"></span>` : nothing}
        ${status === 'checking' ? strings.fileChecking : status === 'rejected' ? strings.fileBlocked : meta}
      </p>
    </div>
  </div>`;
}

/** `PDF` for `return-label.pdf`, else the second half of the MIME type. */
function kindOf({ name, type }: Attachment): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (extension ?? /\/([\w.+-]{1,20})/.exec(type)?.[1] ?? '').toUpperCase();
}
