import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../../src/engine/types.js';
import { icon, type IconName } from '../more-icons.js';
import type { ViewWords } from './drawing.js';

/** Where a view stands while it is not drawn. `left-to-page`: a listener of the page shows it. */
export type Line = 'waiting' | 'left-to-page' | 'failed' | 'expired' | 'unreadable';

/** Where a view stands that could not be fetched. */
export function lineAfter(error: unknown): Line {
  const { kind, status } = (error ?? {}) as Partial<Failure>;
  if (kind === 'forbidden' || status === 404) return 'expired';
  return kind === 'refused' || kind === 'invalid' ? 'unreadable' : 'failed';
}

/** The one line that a view is while it is not drawn. */
export function lineTemplate(line: Line, title: string, words: ViewWords, again: () => void): TemplateResult {
  switch (line) {
    case 'waiting':
      return lineOf(
        undefined,
        title,
        html`<span class="loading"><span class="spinner"></span>${words.viewLoading}</span>`,
      );
    case 'left-to-page':
      return lineOf('info', title, nothing);
    case 'failed':
      return lineOf(
        'alert',
        title,
        html`${words.viewFailed}
          <button type="button" class="link-button" @click=${again}>${words.tryAgain}</button>`,
      );
    case 'expired':
      return lineOf('clock', words.viewExpiredTitle, words.viewExpiredText);
    case 'unreadable':
      return lineOf('info', title, words.notShown);
  }
}

/** The line of a view that has been answered with `answer`, or with `''` left behind. */
export function foldedTemplate(answer: string, title: string, { viewUnanswered }: ViewWords): TemplateResult {
  return lineOf(answer === '' ? 'clock' : 'check', title, answer || viewUnanswered);
}

function lineOf(name: IconName | undefined, title: string, words: unknown): TemplateResult {
  return html`<div class="card card--line" part="card">
    ${name === undefined ? nothing : icon(name)}
    <div class="line">
      <p class="line-title" dir="auto">${title}</p>
      <p class="line-words">${typeof words === 'string' ? html`<bdi>${words}</bdi>` : words}</p>
    </div>
  </div>`;
}
