import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { readSignInRequest } from '../src/content/sign-in.js';
import type { AuthenticationState, Entry } from '../src/engine/types.js';
import { signInEnglish } from '../src/i18n/sign-in-strings.js';
import { bubbleTemplate, type BodyTools } from './message-body.js';
import './sign-in/sign-in.js';
import { viewOf } from './sign-in/sign-in-step.js';
import { wordsOf } from './sign-in/sign-in-words.js';

/** A request to sign in. `answer` is the event that says how it went. A request that names no session can only be read. */
export function bodyTemplate(
  entry: Entry,
  id: string,
  tools: BodyTools,
  answer: Entry | undefined,
): TemplateResult {
  const request = readSignInRequest(entry.text);
  const strings = { ...signInEnglish, ...tools.strings };
  if (!request) return bubbleTemplate(entry, id, strings.signIn);
  const outcome = outcomeOf(answer);
  // A request of a past contact has nobody behind it any more.
  const closed = tools.closed || entry.past === true;
  const { title } = wordsOf(viewOf({ phase: 'prompt' }, outcome, closed), strings);
  return html`<span class="visually-hidden" id=${id}>${title}</span>
    <connect-chat-sign-in
      exportparts="card"
      .request=${guard([entry.text], () => request)}
      .outcome=${outcome}
      .closed=${closed}
      .cards=${tools.cards}
      .strings=${guard([tools.strings], () => strings)}
    ></connect-chat-sign-in>`;
}

function outcomeOf(answer: Entry | undefined): AuthenticationState | undefined {
  return answer?.event?.slice('authentication-'.length) as AuthenticationState | undefined;
}
