import type { Ask, Clock, Failure, Random } from '../engine/types.js';
import { completeUpload, startUpload, type UploadGrant } from '../transport/attachment-upload.js';
import type { Upload, UploadEvent } from './upload.js';

/** What one upload is made with. */
export interface UploadRun {
  /** What it is now; undefined once it was removed. */
  readonly current: () => Upload | undefined;
  /** Its bytes. Not held here: whoever holds them lets go of them when they are stored. */
  readonly file: () => Blob | undefined;
  readonly ask: Ask;
  /** Puts the bytes into the storage; rejects with a `Failure`. */
  readonly put: (
    grant: UploadGrant,
    file: Blob,
    progressed: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly report: (event: UploadEvent) => void;
  readonly signal: AbortSignal;
}

/** Where an upload broke off, and why. `put` is the way into the storage, `service` everything else. */
export interface UploadBreak {
  readonly step: 'service' | 'put';
  readonly failure: Failure;
}

/** Tries while the service says that it is asked too often. */
const TRIES = 4;
const THROTTLE_MS = 1_000;

/**
 * Takes one file into the chat: a place for it, its bytes, and the word that they are there. What was done before is not done again. A file whose
 * bytes have not arrived is never said to be there.
 *
 * @throws an {@link UploadBreak}; anything once `signal` is aborted
 */
export async function runUpload(run: UploadRun): Promise<void> {
  const isRepeated = run.current()?.isStored === true;
  if (!isRepeated) {
    const grant = await attempt('service', () => patiently(run, () => start(run)));
    run.report({ type: 'placed', attachmentId: grant.attachmentId });
    await attempt('put', () => put(run, grant));
    run.signal.throwIfAborted();
    run.report({ type: 'stored' });
  }
  await attempt('service', () => patiently(run, () => complete(run, isRepeated)));
  run.report({ type: 'accepted' });
}

function start({ current, ask }: UploadRun): Promise<UploadGrant> {
  const upload = known(current());
  return startUpload(ask, upload, upload.startToken);
}

function put({ file, put: send, report, signal }: UploadRun, grant: UploadGrant): Promise<void> {
  return send(grant, known(file()), (sentBytes) => report({ type: 'progressed', sentBytes }), signal);
}

async function complete({ current, ask }: UploadRun, isRepeated: boolean): Promise<void> {
  const { attachmentId, completeToken } = known(current());
  try {
    await completeUpload(ask, known(attachmentId), completeToken);
  } catch (error) {
    // The first time worked after all: only its answer was lost.
    if (!isRepeated || asFailure(error).status !== 409) throw error;
  }
}

async function attempt<T>(step: UploadBreak['step'], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw { step, failure: asFailure(error) } satisfies UploadBreak;
  }
}

/** Calls again, a little later, while the service says that it is asked too often. */
async function patiently<T>({ signal, clock, random }: UploadRun, call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await call();
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      if (signal.aborted || tries === TRIES || asFailure(error).kind !== 'throttled') throw error;
    }
    await wait(clock, THROTTLE_MS * tries * (0.5 + random.next()), signal);
  }
}

/** Rejects once `signal` is aborted. */
function wait(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      reject(gone());
    };
    const cancel = clock.schedule(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', stop);
  });
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw gone();
  return value;
}

const gone = () => new DOMException('Nobody waits for this file any more.', 'AbortError');

function asFailure(error: unknown): Failure {
  return typeof error === 'object' && error !== null && 'kind' in error
    ? (error as Failure)
    : { kind: 'network' };
}
