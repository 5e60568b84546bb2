import type * as Aws from '@aws-sdk/client-connectparticipant';
import {
  CancelParticipantAuthenticationCommand,
  CompleteAttachmentUploadCommand,
  CreateParticipantConnectionCommand,
  DescribeViewCommand,
  DisconnectParticipantCommand,
  GetAttachmentCommand,
  GetAuthenticationUrlCommand,
  GetTranscriptCommand,
  SendEventCommand,
  SendMessageCommand,
  StartAttachmentUploadCommand,
} from '@aws-sdk/client-connectparticipant/dist-es/commands/index.js';
import { version } from '../version.js';
import { classify } from './classify.js';
import { HttpHandler, type CallOptions } from './http-handler.js';
import { LightClient } from './light-client.js';

/** What a {@link ParticipantClient} needs. */
export interface ParticipantClientOptions {
  /** Base URL of the Participant Service; a path in it is kept. */
  readonly endpoint: URL;
  readonly fetch: typeof fetch;
  /** Added to our own name in `x-amz-user-agent`. */
  readonly userAgentSuffix?: string | undefined;
}

/**
 * The Amazon Connect Participant Service: its eleven operations, by the names and shapes of its API reference.
 *
 * Every call rejects with a `Failure`, or with an `AbortError` when its signal is aborted. None is repeated and none times out here.
 */
export class ParticipantClient {
  readonly #client: LightClient;

  constructor({ endpoint, fetch: fetcher, userAgentSuffix }: ParticipantClientOptions) {
    // The operations' paths begin with a slash of their own.
    const base = (endpoint.origin + endpoint.pathname).replace(/\/+$/, '');
    this.#client = new LightClient(endpoint, new HttpHandler(base, fetcher, userAgent(userAgentSuffix)));
  }

  /** `dated` hears the server's time of the answer, by which its expiry times can be judged. */
  createParticipantConnection(
    input: Aws.CreateParticipantConnectionCommandInput,
    abortSignal: AbortSignal,
    dated?: (date: string) => void,
  ): Promise<Aws.CreateParticipantConnectionCommandOutput> {
    const options: CallOptions = dated ? { abortSignal, dated } : { abortSignal };
    return settle(this.#client.send(new CreateParticipantConnectionCommand(input), options));
  }

  sendMessage(
    input: Aws.SendMessageCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.SendMessageCommandOutput> {
    return settle(this.#client.send(new SendMessageCommand(input), { abortSignal }));
  }

  sendEvent(input: Aws.SendEventCommandInput, abortSignal: AbortSignal): Promise<Aws.SendEventCommandOutput> {
    return settle(this.#client.send(new SendEventCommand(input), { abortSignal }));
  }

  getTranscript(
    input: Aws.GetTranscriptCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.GetTranscriptCommandOutput> {
    return settle(this.#client.send(new GetTranscriptCommand(input), { abortSignal }));
  }

  /** With `keepalive` the request outlives the page. */
  disconnectParticipant(
    input: Aws.DisconnectParticipantCommandInput,
    abortSignal: AbortSignal,
    keepalive = false,
  ): Promise<Aws.DisconnectParticipantCommandOutput> {
    return settle(this.#client.send(new DisconnectParticipantCommand(input), { abortSignal, keepalive }));
  }

  startAttachmentUpload(
    input: Aws.StartAttachmentUploadCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.StartAttachmentUploadCommandOutput> {
    return settle(this.#client.send(new StartAttachmentUploadCommand(input), { abortSignal }));
  }

  completeAttachmentUpload(
    input: Aws.CompleteAttachmentUploadCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.CompleteAttachmentUploadCommandOutput> {
    return settle(this.#client.send(new CompleteAttachmentUploadCommand(input), { abortSignal }));
  }

  getAttachment(
    input: Aws.GetAttachmentCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.GetAttachmentCommandOutput> {
    return settle(this.#client.send(new GetAttachmentCommand(input), { abortSignal }));
  }

  describeView(
    input: Aws.DescribeViewCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.DescribeViewCommandOutput> {
    return settle(this.#client.send(new DescribeViewCommand(input), { abortSignal }));
  }

  getAuthenticationUrl(
    input: Aws.GetAuthenticationUrlCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.GetAuthenticationUrlCommandOutput> {
    return settle(this.#client.send(new GetAuthenticationUrlCommand(input), { abortSignal }));
  }

  cancelParticipantAuthentication(
    input: Aws.CancelParticipantAuthenticationCommandInput,
    abortSignal: AbortSignal,
  ): Promise<Aws.CancelParticipantAuthenticationCommandOutput> {
    return settle(this.#client.send(new CancelParticipantAuthenticationCommand(input), { abortSignal }));
  }
}

async function settle<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw classify(error);
  }
}

/** Our name as the service's logs show it. What a header cannot hold becomes a dash. */
function userAgent(suffix = ''): string {
  const own = `connect-chat/${version}`;
  const rest = suffix.trim().replace(/[^\w./+-]+/g, '-');
  return rest === '' ? own : `${own} ${rest}`;
}
