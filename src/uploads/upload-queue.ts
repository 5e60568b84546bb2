import type { Session } from '../engine/session.js';
import type { Clock, Random, Snapshot } from '../engine/types.js';
import { moveUpload, type Upload, type UploadEvent } from './upload.js';
import { runUpload, type UploadBreak, type UploadRun } from './upload-run.js';
import { attachmentErrorCodes, problemOf, type UploadProblemCode } from './upload-problem.js';

/** The part of a session that uploads go through. */
export type UploadSession = Pick<Session, 'snapshot' | 'subscribe' | 'send' | 'ask' | 'closed'>;

/** What a queue needs from outside. */
export interface UploadQueuePorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the device believes that it has a network. */
  readonly isOnline: () => boolean;
  readonly put: UploadRun['put'];
}

/** A file that may be sent, and as what. */
export interface CheckedFile {
  readonly file: Blob;
  readonly name: string;
  readonly type: string;
}

/** Uploads at the same time: the service takes two new ones a second, and each should see some of the network. */
const PARALLEL = 3;

/**
 * Takes files into the chat, a few at a time, while it is connected. What has become of each is in `list`; the files themselves are held here and
 * nowhere else, and only until their bytes are in the storage or nobody wants them there any more.
 */
export class UploadQueue {
  readonly #session: UploadSession;
  readonly #ports: UploadQueuePorts;
  readonly #changed: () => void;
  readonly #files = new Map<string, Blob>();
  readonly #running = new Map<string, AbortController>();
  #list: readonly Upload[] = [];
  #phase: Snapshot['session']['phase'];

  /** @param changed - Told after each change of `list`. */
  constructor(session: UploadSession, ports: UploadQueuePorts, changed: () => void) {
    this.#session = session;
    this.#ports = ports;
    this.#changed = changed;
    this.#phase = session.snapshot.session.phase;
    session.closed.addEventListener('abort', () => this.#clear());
  }

  /** In the order in which they were added. */
  get list(): readonly Upload[] {
    return this.#list;
  }

  /** Adds files and returns the keys of their entries. */
  add(files: readonly CheckedFile[]): readonly string[] {
    const { random, clock } = this.#ports;
    const added = files.map(({ file, name, type }): Upload => {
      const key = random.id();
      this.#files.set(key, file);
      const tokens = { startToken: random.id(), completeToken: random.id() };
      const progress = { state: 'waiting', sentBytes: 0, isStored: false } as const;
      return { key, name, type, size: file.size, time: clock.now(), ...progress, ...tokens };
    });
    this.#become([...this.#list, ...added]);
    this.#pump();
    return added.map(({ key }) => key);
  }

  /** Whether `key` is that of an upload that the service does not have yet. */
  has(key: string): boolean {
    return this.#list.some((upload) => upload.key === key && upload.state !== 'arrived');
  }

  /** Tries one again that has failed. */
  retry(key: string): void {
    if (this.#find(key)?.problem?.recoverable) this.#move(key, { type: 'requeued' });
    this.#pump();
  }

  /** Stops an upload, if it is under way, and forgets it. */
  remove(key: string): void {
    this.#release(key);
    this.#become(this.#list.filter((upload) => upload.key !== key || upload.state === 'arrived'));
    this.#pump();
  }

  /** Takes what the session is now. */
  follow(snapshot: Snapshot): void {
    const { phase } = snapshot.session;
    // The next chat is another one.
    if (this.#phase === 'ended' && phase !== 'ended') this.#clear();
    this.#phase = phase;
    const ids = new Set(snapshot.entries.flatMap(({ attachment }) => attachment?.id ?? []));
    for (const { key, state, attachmentId } of this.#list) {
      if (state === 'arrived' || attachmentId === undefined || !ids.has(attachmentId)) continue;
      this.#release(key);
      this.#move(key, { type: 'arrived', attachmentId });
    }
    if (phase === 'ended') this.#giveUp('attachment/chat-ended');
    else if (snapshot.features.attachments === false) this.#giveUp('attachment/disabled');
    this.#pump();
  }

  #giveUp(code: UploadProblemCode): void {
    for (const { key, state, problem } of this.#list) {
      if (state === 'arrived' || state === 'sent' || problem?.code === code) continue;
      this.#release(key);
      this.#move(key, { type: 'failed', problem: { code, recoverable: attachmentErrorCodes[code] } });
    }
  }

  #pump(): void {
    if (this.#session.snapshot.session.phase !== 'connected') return;
    for (const { key, state } of this.#list)
      if (state === 'waiting' && !this.#running.has(key) && this.#running.size < PARALLEL)
        void this.#run(key);
  }

  async #run(key: string): Promise<void> {
    const { clock, random, put } = this.#ports;
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(key, controller);
    this.#move(key, { type: 'begun' });
    try {
      await runUpload({
        current: () => this.#find(key),
        file: () => this.#files.get(key),
        ask: (...call) => this.#session.ask(...call),
        put,
        clock,
        random,
        signal,
        report: (event) => {
          if (signal.aborted) return;
          if (event.type === 'stored') this.#files.delete(key);
          this.#move(key, event);
        },
      });
    } catch (broken) {
      if (!signal.aborted) this.#fail(key, broken as UploadBreak);
    } finally {
      if (this.#running.get(key) === controller) this.#running.delete(key);
      this.#pump();
    }
  }

  #fail(key: string, { step, failure }: UploadBreak): void {
    const { isOnline, random } = this.#ports;
    // A place that the storage refuses is no good any more, and the same token would only name it again.
    const fresh = step === 'put' && failure.status !== undefined ? { freshToken: random.id() } : {};
    const isLost = failure.kind === 'network' || failure.kind === 'timeout';
    if (isLost && (!isOnline() || this.#session.snapshot.session.phase !== 'connected'))
      return this.#move(key, { type: 'requeued', ...fresh });
    const problem = problemOf(step, failure);
    if (!problem.recoverable) this.#files.delete(key);
    this.#move(key, { type: 'failed', problem, ...fresh });
  }

  #find(key: string): Upload | undefined {
    return this.#list.find((upload) => upload.key === key);
  }

  #move(key: string, event: UploadEvent): void {
    this.#become(this.#list.map((upload) => (upload.key === key ? moveUpload(upload, event) : upload)));
  }

  #become(list: readonly Upload[]): void {
    if (list.length === this.#list.length && list.every((upload, index) => upload === this.#list[index]))
      return;
    this.#list = list;
    this.#changed();
  }

  #release(key: string): void {
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.#files.delete(key);
  }

  #clear(): void {
    for (const key of [...this.#running.keys(), ...this.#files.keys()]) this.#release(key);
    this.#become([]);
  }
}
