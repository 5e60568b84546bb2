import type { Contact } from './contact.js';
import type { Fault, FaultType } from './fault-table.js';

/** Where a fault may strike. */
export interface FaultTarget {
  readonly contact?: Contact | undefined;
  /** The operation's name, for what befalls requests. */
  readonly operation?: string;
  /** The control frame's topic without its prefix, for what befalls sockets. */
  readonly topic?: string;
  /** The item's content type, for what befalls items. */
  readonly contentType?: string | undefined;
}

/** A fault in force, with its id and how often it will still strike (absent: until it is removed). */
export type ActiveFault = Fault & { readonly id: string; readonly left?: number };

/** The faults in force. */
export class Faults {
  #faults: { readonly id: string; readonly fault: Fault; left: number }[] = [];
  #count = 0;

  /** Puts a fault in force until it has struck `times` times or is removed. The answer is its id. */
  add(fault: Fault): string {
    const times = 'times' in fault ? fault.times : undefined;
    const id = `fault-${String((this.#count += 1))}`;
    this.#faults.push({ id, fault, left: times ?? Infinity });
    return id;
  }

  /** Takes one fault away; false if it is not in force. */
  remove(id: string): boolean {
    const others = this.#faults.filter((entry) => entry.id !== id);
    const isFound = others.length < this.#faults.length;
    this.#faults = others;
    return isFound;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The faults in force, oldest first. */
  get all(): readonly ActiveFault[] {
    return this.#faults.map(({ id, fault, left }) => ({ id, ...fault, ...(left !== Infinity && { left }) }));
  }

  /** The oldest fault of this kind that applies here, used up by one; undefined if there is none. */
  strike<T extends FaultType>(type: T, target: FaultTarget = {}): Fault<T> | undefined {
    const isOfType = (fault: Fault): fault is Fault<T> => fault.type === type;
    const entry = this.#faults.find(({ fault }) => isOfType(fault) && applies(fault, target));
    if (!entry || !isOfType(entry.fault)) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.remove(entry.id);
    return entry.fault;
  }
}

function applies(fault: Fault, target: FaultTarget): boolean {
  if (
    'contactId' in fault &&
    fault.contactId !== undefined &&
    target.contact?.answersTo(fault.contactId) !== true
  )
    return false;
  const operation = 'operation' in fault ? fault.operation : undefined;
  const topic = 'topic' in fault ? fault.topic : undefined;
  // A status fault has a content type too: that of its reply, which limits nothing.
  const contentType = 'contentType' in fault && fault.type !== 'status' ? fault.contentType : undefined;
  return (
    allows(operation, target.operation) &&
    allows(topic, target.topic) &&
    allows(contentType, target.contentType)
  );
}

function allows(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === '*' || wanted === actual;
}
