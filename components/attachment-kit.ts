import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Entry } from '../src/engine/types.js';
import {
  attachmentSentence,
  attachmentWords,
  type AttachmentStrings,
} from '../src/i18n/attachment-strings.js';
import { format } from '../src/i18n/format.js';
import './attachment.js';
import { fileIcon } from './attachment-icons.js';
import { icon } from './more-icons.js';
import type { BodyTools } from './message-body.js';

/** A file: its name, what it is, how far it has come, and what can be done with it. */
export function bodyTemplate(entry: Entry, id: string, tools: BodyTools): TemplateResult {
  const { attachment, problem } = entry;
  if (!attachment) return html``;
  const { strings, formats, cards, closed } = tools;
  const { locale } = formats;
  const reason =
    problem && (problem.detail ?? attachmentSentence(problem.code, attachment.size ?? 0, strings, locale));
  // The buttons are in the list's own tree: it is the list that hears what is asked of a message.
  return html`<connect-chat-attachment
    id=${id}
    role="group"
    exportparts="attachment, picture"
    ?own=${entry.own}
    .file=${attachment}
    .problem=${reason ?? ''}
    .strings=${strings}
    .locale=${locale}
    .services=${closed || entry.past ? undefined : cards?.services}
    >${uploadButtons(attachment, problem?.recoverable === true, attachmentWords(strings))}</connect-chat-attachment
  >`;
}

function uploadButtons({ status, name }: Attachment, retriable: boolean, words: AttachmentStrings): unknown {
  const button = (action: 'retry' | 'discard', label: string, picture: TemplateResult) =>
    html`<button
      slot="actions"
      type="button"
      class="icon-button icon-button--small"
      data-action=${action}
      aria-label=${format(label, { file: name })}
    >
      ${picture}
    </button>`;
  switch (status) {
    case 'waiting':
    case 'uploading':
      return button('discard', words.cancelUpload, icon('close', 16));
    case 'failed':
      return html`${retriable ? button('retry', words.retryUpload, icon('retry', 16)) : nothing}
      ${button('discard', words.removeFile, fileIcon('trash', 16))}`;
    default:
      return nothing;
  }
}
