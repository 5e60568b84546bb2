import type { Sanitizer } from '../../src/content/sanitize.js';
import type { Values } from '../../src/content/views/answers.js';
import type { FieldProblem } from '../../src/content/views/validation.js';
import type { Field, FieldValue, Press } from '../../src/content/views/view-tree.js';
import type { Strings } from '../../src/i18n/strings.js';
import type { ViewStrings } from '../../src/i18n/view-strings.js';
import type { MessageFormats } from '../message-formats.js';

/** The words that a view is drawn with. */
export type ViewWords = Strings & ViewStrings;

/** What the templates of a view need: its state, and what may be done to it. */
export interface Drawing {
  readonly words: ViewWords;
  readonly formats: MessageFormats;
  readonly values: Values;
  readonly problems: ReadonlyMap<string, FieldProblem>;
  /** By id: which card shows its detail, or how many pages of a table are shown. */
  readonly opened: Readonly<Record<string, number>>;
  /** What was copied last. */
  readonly copied: string | undefined;
  /** Absent while it is being fetched, and where none can work. */
  readonly sanitizer: Sanitizer | undefined;
  /** Fields say that they are optional, because others are not. */
  readonly tellsOptional: boolean;
  /** Draws a field; its code comes with the first view that has fields. */
  readonly field: ((field: Field, drawing: Drawing) => unknown) | undefined;
  readonly press: (press: Press) => void;
  /** @param settled - The customer has left the field, or chosen: a good moment to keep it. */
  readonly change: (field: Field, value: FieldValue, settled: boolean) => void;
  readonly open: (id: string, index: number | undefined) => void;
  readonly copy: (text: string) => void;
}

/** Id of the first control of a field. */
export const controlId = ({ id }: Pick<Field, 'id'>): string => `f-${id}`;
