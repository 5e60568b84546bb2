import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectParticipantClient, DisconnectParticipantCommand } from '@aws-sdk/client-connectparticipant';
import { participantEndpoint } from '../../src/transport/endpoints.js';

/** Regions of every partition that the public can use, those in which Amazon Connect is offered among them. */
const regions = [
  'us-east-1',
  'us-west-2',
  'ca-central-1',
  'eu-west-2',
  'eu-central-1',
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'cn-north-1',
  'cn-northwest-1',
  'eusc-de-east-1',
];

/** Where Amazon's own client sends a request. */
async function hostOfSdk(region: string, fips: boolean): Promise<string> {
  let host = '';
  const client = new ConnectParticipantClient({
    region,
    useFipsEndpoint: fips,
    credentials: { accessKeyId: '', secretAccessKey: '' },
    maxAttempts: 1,
    requestHandler: {
      handle: (request: { readonly protocol: string; readonly hostname: string }) => {
        host = `${request.protocol}//${request.hostname}`;
        return Promise.reject(new Error('Nothing is sent.'));
      },
    },
  });
  await client.send(new DisconnectParticipantCommand({ ConnectionToken: 'token' })).catch(() => undefined);
  return host;
}

describe("endpoints, against Amazon's own rules", () => {
  for (const region of regions) {
    it(region, async () => {
      for (const fips of [false, true]) {
        assert.equal(participantEndpoint(region, { fips }), await hostOfSdk(region, fips), `fips: ${fips}`);
      }
    });
  }
});
