import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { plugins } from '../../rollup.config.mjs';
import type * as Client from '../../src/transport/participant-client.js';
import { operations } from '../src/transport/participant-operations.js';

describe('the AWS client as it is built', () => {
  let folder: string;
  let built: typeof Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-chat-client-'));
    const bundle = await rollup({ input: 'src/transport/participant-client.ts', plugins: plugins([]) });
    const file = join(folder, 'client.mjs');
    await bundle.write({ file, format: 'es' });
    await bundle.close();
    built = (await import(pathToFileURL(file).href)) as typeof Client;
  });

  after(() => rm(folder, { recursive: true }));

  for (const [name, { call, method = 'POST', path, bearer, body, answer }] of Object.entries(operations)) {
    it(`performs ${name}`, async () => {
      const requests: Request[] = [];
      const fetcher: typeof fetch = (input, init) => {
        requests.push(new Request(input, init));
        return Promise.resolve(new Response(JSON.stringify(answer)));
      };
      const client = new built.ParticipantClient({
        endpoint: new URL('https://participant.example'),
        fetch: fetcher,
      });
      const { $metadata: _, ...output } = (await call(client, new AbortController().signal)) as {
        readonly $metadata: unknown;
      };
      assert.deepEqual(output, answer);
      const [request] = requests;
      assert.equal(request?.method, method);
      assert.equal(request.url, `https://participant.example${path}`);
      assert.equal(request.headers.get('x-amz-bearer'), bearer);
      const sent = await request.text();
      assert.deepEqual(sent ? JSON.parse(sent) : undefined, body);
    });

    it(`tells an error of ${name} by its status`, async () => {
      const fetcher: typeof fetch = () => Promise.resolve(new Response('<html>', { status: 503 }));
      const client = new built.ParticipantClient({
        endpoint: new URL('https://participant.example'),
        fetch: fetcher,
      });
      await assert.rejects(
        async () => call(client, new AbortController().signal),
        (failure) => {
          assert.deepEqual(failure, { kind: 'server', status: 503 });
          return true;
        },
      );
    });
  }
});
