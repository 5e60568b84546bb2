import { httpUrl } from './endpoints.js';
import { failure, sentenceForPeople } from './failure.js';
import {
  isStarted,
  readStartChatAnswer,
  type StartChatAnswer,
  type StartChatRefusal,
} from './start-chat-answer.js';
import { startChatRequest, type StartChatOptions } from './start-chat-options.js';
import { refusal, refusedByThrowing } from './start-chat-refusal.js';
import type { StartChatRequest } from './wire.js';

// No answer is anywhere near; a page served by mistake may be.
const maxAnswerLength = 1_000_000;

/**
 * Starts a contact: from `chatDetails`, else through `startChat`, else at `endpoint`; each works alone.
 *
 * Rejects with a `Failure` whose code begins with `start-chat/` or `configuration/`, or with an `AbortError`.
 *
 * @param clientToken - One per attempt to start.
 */
export async function startChat(
  options: StartChatOptions,
  clientToken: string,
  fetcher: typeof fetch,
  signal: AbortSignal,
): Promise<StartChatAnswer> {
  if (options.chatDetails !== undefined) return fromDetails(options.chatDetails);
  const request = startChatRequest(options, clientToken);
  if (options.startChat) return fromFunction(options.startChat, request);
  return fromEndpoint(options, request, fetcher, signal);
}

function fromDetails(details: unknown): StartChatAnswer {
  const answer = readStartChatAnswer(details);
  if (isStarted(answer)) return answer;
  throw failure('configuration', { code: 'configuration/invalid-chat-details' });
}

async function fromFunction(
  start: NonNullable<StartChatOptions['startChat']>,
  request: StartChatRequest,
): Promise<StartChatAnswer> {
  let answer: unknown;
  try {
    answer = await start(request);
  } catch (error) {
    throw refusedByThrowing(error);
  }
  return answer instanceof Response ? fromResponse(answer) : started(readStartChatAnswer(answer));
}

async function fromEndpoint(
  { endpoint, headers, contentType }: StartChatOptions,
  request: StartChatRequest,
  fetcher: typeof fetch,
  signal: AbortSignal,
): Promise<StartChatAnswer> {
  if (endpoint === undefined || endpoint.trim() === '') {
    throw failure('configuration', { code: 'configuration/missing-endpoint' });
  }
  const url = httpUrl(endpoint);
  if (!url) throw failure('configuration', { code: 'configuration/invalid-endpoint' });
  let response: Response;
  try {
    const requestHeaders = new Headers(typeof headers === 'function' ? await headers() : headers);
    requestHeaders.set('Content-Type', contentType);
    response = await fetcher(url, {
      method: 'POST',
      headers: requestHeaders,
      body: JSON.stringify(request),
      signal,
    });
  } catch (error) {
    throw refusedByThrowing(error);
  }
  return fromResponse(response);
}

async function fromResponse(response: Response): Promise<StartChatAnswer> {
  let body: string;
  try {
    body = await response.text();
  } catch (error) {
    throw refusedByThrowing(error);
  }
  const readable = body.length <= maxAnswerLength ? body : '';
  const answer = readStartChatAnswer(readable);
  if (response.ok) return started(answer);
  const said = isStarted(answer) ? undefined : answer.detail;
  throw refusal(response.status, said ?? sentenceForPeople(readable));
}

function started(answer: StartChatAnswer | StartChatRefusal): StartChatAnswer {
  if (isStarted(answer)) return answer;
  throw answer.error
    ? refusal(answer.status, answer.detail)
    : failure('invalid', { code: 'start-chat/bad-answer' });
}
