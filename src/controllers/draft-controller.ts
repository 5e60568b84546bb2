import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scheduleWithTimeout, type Schedule } from './schedule.js';

/** Least time between two savings of what is being written, in ms. */
const SAVE_MS = 300;

/**
 * Keeps the words in a field in step with the draft that the session keeps, which other tabs may write too: what is
 * written here is saved a moment later, and what is written elsewhere is shown unless somebody is writing here.
 */
export class DraftController implements ReactiveController {
  readonly #save: (text: string) => void;
  readonly #schedule: Schedule;
  #text = '';
  /** The session's draft when last looked at. */
  #draft = '';
  /** Saved, but not seen as the session's draft yet: the owner may be another tab. Oldest first. */
  #underWay: readonly string[] = [];
  #cancel: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    save: (text: string) => void,
    schedule: Schedule = scheduleWithTimeout,
  ) {
    this.#save = save;
    this.#schedule = schedule;
    host.addController(this);
  }

  /** What the field should hold. */
  get text(): string {
    return this.#text;
  }

  /** Takes what has been written here. */
  write(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#cancel ??= this.#schedule(() => this.flush(), SAVE_MS);
  }

  /** Saves at once what has not been saved. */
  flush(): void {
    if (this.#cancel === undefined) return;
    this.#cancel();
    this.#cancel = undefined;
    if (this.#text === (this.#underWay.at(-1) ?? this.#draft)) return;
    this.#underWay = [...this.#underWay, this.#text];
    this.#save(this.#text);
  }

  /** Takes the session's draft. Call it before rendering. */
  follow(draft: string): void {
    if (draft === this.#draft) return;
    this.#draft = draft;
    const echo = this.#underWay.indexOf(draft);
    this.#underWay = this.#underWay.slice(echo + 1);
    // An older version of what stands here, or something that ours is about to replace.
    if (echo >= 0 || this.#cancel || this.#underWay.length > 0) return;
    this.#text = draft;
  }

  /** Begins with the draft of another session. It gets what stands here if it has none. */
  adopt(draft: string): void {
    // Perhaps the same chat behind another object: what stands here goes on from that draft.
    if (draft === this.#draft && this.#underWay.length === 0) return this.flush();
    this.#cancel?.();
    this.#cancel = undefined;
    this.#underWay = [];
    this.#draft = draft;
    const words = this.#text;
    this.#text = draft;
    if (draft === '') this.write(words);
    this.flush();
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#handlePageHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#handlePageHide);
    this.flush();
  }

  readonly #handlePageHide = (): void => this.flush();
}
