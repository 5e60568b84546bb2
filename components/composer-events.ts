/** Asks the parent to send what the customer wrote. Cancelling it keeps the words in the field. */
export class ComposerSubmitEvent extends CustomEvent<{ readonly text: string }> {
  constructor(text: string) {
    super('composer-submit', { detail: { text }, cancelable: true });
  }
}

/** Says that the customer has changed the words; once per change. */
export class ComposerTypeEvent extends CustomEvent<{ readonly text: string }> {
  constructor(text: string) {
    super('composer-type', { detail: { text } });
  }
}
