import type { Contact } from './contact.js';

/** All contacts since the emulator started, newest first. */
export class Contacts {
  readonly #contacts: Contact[] = [];

  add(contact: Contact): void {
    this.#contacts.unshift(contact);
  }

  /** The contact that has or had this id. */
  find(id: string): Contact | undefined {
    return this.#contacts.find((contact) => contact.answersTo(id));
  }

  get all(): readonly Contact[] {
    return this.#contacts;
  }
}
