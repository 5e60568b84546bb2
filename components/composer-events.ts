/** Words, and whether they are markdown. */
interface Words {
  readonly text: string;
  readonly formatted: boolean;
}

/** Asks the parent to send what the customer wrote. Cancelling it keeps the words in the field. */
export class ComposerSubmitEvent extends CustomEvent<Words> {
  constructor(text: string, formatted: boolean) {
    super('composer-submit', { detail: { text, formatted }, cancelable: true });
  }
}

/** Says that the customer has changed the words; once per change. */
export class ComposerTypeEvent extends CustomEvent<Words> {
  constructor(text: string, formatted: boolean) {
    super('composer-type', { detail: { text, formatted } });
  }
}
