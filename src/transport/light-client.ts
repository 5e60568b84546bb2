import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connectparticipant';
import { Client, type SmithyResolvedConfiguration } from '@smithy/core/client';
import { getSmithyContext } from '@smithy/core/transport';
import type { EndpointV2 } from '@smithy/types';
import { HttpHandler, type CallOptions } from './http-handler.js';
import {
  readResponse,
  writeRequest,
  type OperationSchema,
  type RestRequest,
  type RestResponse,
} from './rest-json.js';

interface LightConfiguration extends SmithyResolvedConfiguration<CallOptions> {
  readonly endpointProvider: () => EndpointV2;
  readonly ignoreConfiguredEndpointUrls: boolean;
}

/**
 * Amazon's client for the Participant Service reduced to what a browser needs: the official commands and schemas, without signing, credentials,
 * regions or retries. The service authenticates by the bearer token in the command's input alone (Amazon Connect API Reference, Participant
 * Service), and the engine decides about retries.
 */
export class LightClient extends Client<
  CallOptions,
  ServiceInputTypes,
  ServiceOutputTypes,
  LightConfiguration
> {
  constructor(endpoint: URL, requestHandler: HttpHandler) {
    super({
      apiVersion: '2018-09-07',
      requestHandler,
      endpointProvider: () => ({ url: endpoint }),
      ignoreConfiguredEndpointUrls: true,
    });
    this.middlewareStack.add(
      (next, context) => (args) => {
        const { operationSchema } = getSmithyContext(context) as {
          readonly operationSchema: OperationSchema;
        };
        return next({
          ...args,
          request: writeRequest(operationSchema, { ...args.input }) satisfies RestRequest,
        });
      },
      { step: 'serialize', name: 'serializerMiddleware' },
    );
    this.middlewareStack.add(
      (next) => async (args) => {
        const { response } = await next(args);
        return { response, output: readResponse(response as RestResponse) as ServiceOutputTypes };
      },
      { step: 'deserialize', name: 'deserializerMiddleware' },
    );
  }
}
