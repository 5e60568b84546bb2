import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connectparticipant';
import { errorTypeRegistries } from '@aws-sdk/client-connectparticipant/dist-es/schemas/schemas_0.js';
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import { Client, type SmithyResolvedConfiguration } from '@smithy/core/client';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import { fromBase64, fromUtf8, streamCollector, toBase64, toUtf8 } from '@smithy/core/serde';
import { parseUrl } from '@smithy/core/transport';
import type { EndpointV2 } from '@smithy/types';
import type { CallOptions, HttpHandler } from './http-handler.js';

interface LightConfiguration extends SmithyResolvedConfiguration<CallOptions> {
  readonly endpointProvider: () => EndpointV2;
  readonly ignoreConfiguredEndpointUrls: boolean;
}

/**
 * Amazon's client for the Participant Service reduced to what a browser needs: the official commands, schemas and protocol, without
 * signing, credentials, regions or retries. The service authenticates by the bearer token in the command's input alone
 * (Amazon Connect API Reference, Participant Service), and the engine decides about retries.
 */
export class LightClient extends Client<
  CallOptions,
  ServiceInputTypes,
  ServiceOutputTypes,
  LightConfiguration
> {
  constructor(endpoint: URL, requestHandler: HttpHandler) {
    const protocol = new AwsRestJsonProtocol({
      defaultNamespace: 'com.amazonaws.connectparticipant',
      errorTypeRegistries,
    });
    super({
      apiVersion: '2018-09-07',
      protocol,
      requestHandler,
      endpointProvider: () => ({ url: endpoint }),
      ignoreConfiguredEndpointUrls: true,
    });
    this.middlewareStack.use(
      getSchemaSerdePlugin({
        protocol,
        requestHandler,
        base64Decoder: fromBase64,
        base64Encoder: toBase64,
        utf8Decoder: fromUtf8,
        utf8Encoder: toUtf8,
        streamCollector,
        urlParser: parseUrl,
        disableHostPrefix: true,
      }),
    );
  }
}
