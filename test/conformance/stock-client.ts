import { ConnectParticipantClient } from '@aws-sdk/client-connectparticipant';
import { demoRegion } from '../../demo/emulator/core/credentials.js';

const noAuth = 'smithy.api#noAuth';

/** The stock client, told not to sign: the bearer header is the only credential of this service. */
export function stockClient(endpoint: string): ConnectParticipantClient {
  return new ConnectParticipantClient({
    region: demoRegion,
    endpoint,
    httpAuthSchemeProvider: () => [{ schemeId: noAuth }],
    httpAuthSchemes: [
      {
        schemeId: noAuth,
        identityProvider: () => () => Promise.resolve({}),
        signer: { sign: (request) => Promise.resolve(request) },
      },
    ],
  });
}
