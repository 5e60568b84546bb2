import type { Json } from './json.js';

/** A view, ready to be drawn: what is said, what can be pressed, what can be filled in. */
export interface View {
  /** As the service names it. */
  readonly name: string;
  readonly title: string | undefined;
  /** The branches that the flow has. */
  readonly actions: readonly string[];
  readonly cells: readonly Cell[];
  /** Every field in it, in order. */
  readonly fields: readonly Field[];
  /** Forms that have a button of their own for sending them; the others are sent by any button in them. */
  readonly submitted: ReadonlySet<string>;
}

/** A node and how many of the twelve columns it takes where there is room. */
export interface Cell {
  readonly span: number;
  readonly node: ViewNode;
}

/** One thing that is seen. */
export type ViewNode =
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  /** Words with links among them. */
  | { readonly kind: 'inline'; readonly nodes: readonly ViewNode[] }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  /** Markup from outside: it goes through the sanitizer. */
  | { readonly kind: 'html'; readonly html: string }
  | {
      readonly kind: 'alert';
      readonly tone: 'info' | 'success' | 'warning' | 'danger';
      readonly heading: string | undefined;
      readonly text: string | undefined;
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'image'; readonly src: string | undefined; readonly alt: string }
  | { readonly kind: 'tick' }
  | { readonly kind: 'loader' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'choices'; readonly id: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'group'; readonly heading: string | undefined; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'details';
      readonly heading: string;
      readonly open: boolean;
      readonly cells: readonly Cell[];
    }
  | ({ readonly kind: 'table' } & Table)
  | { readonly kind: 'steps'; readonly steps: readonly string[]; readonly current: number };

/** A node of one kind. */
export type NodeOf<Kind extends ViewNode['kind']> = Extract<ViewNode, { kind: Kind }>;

/** A name and what belongs to it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href: string | undefined;
  /** What the customer may want to copy. */
  readonly copy: string | undefined;
}

/** What pressing something says to the flow. */
export interface Press {
  /** Branch that the flow takes. */
  readonly action: string;
  readonly label: string;
  /** `fields` at the top of the answer, `form-data` below a name of its own, or only `data`. */
  readonly sends: 'data' | 'fields' | 'form-data';
  readonly data: Json;
  /** Which fields it sends: those of this form; `''` for what is in no form. */
  readonly form: string;
  /** Sends the form, so that its fields must be right. `false` for Back and its like. */
  readonly submits: boolean | 'unless-submitted';
}

/** A button; one without `press` can only be read. */
export interface Button {
  readonly press: Press;
  readonly primary: boolean;
  readonly disabled: boolean;
  /** Leads to another page instead. */
  readonly href: string | undefined;
}

/** One of several things to choose from. Without `press` and `cells` it can only be read. */
export interface Choice {
  readonly title: string;
  readonly text: string | undefined;
  readonly status: string | undefined;
  readonly press: Press | undefined;
  /** What is seen before anything is chosen. */
  readonly cells: readonly Cell[] | undefined;
}

/** Rows under headings. */
export interface Table {
  readonly id: string;
  readonly heading: string | undefined;
  readonly text: string | undefined;
  readonly columns: readonly { readonly label: string; readonly key: string; readonly pressed: boolean }[];
  readonly rows: readonly { readonly cells: Json; readonly press: Press | undefined }[];
  /** Rows at first; more on request. */
  readonly pageSize: number;
}

/** What a field holds: text, several options, or yes or no. */
export type FieldValue = string | readonly string[] | boolean;

/** Something to fill in. */
export interface Field {
  /** Unique in the view, and the same whenever the same view is read. */
  readonly id: string;
  /** The flow reads the value under this name. */
  readonly name: string;
  readonly label: string;
  readonly form: string;
  readonly control:
    'text' | 'textarea' | 'date' | 'time' | 'select' | 'radios' | 'checkboxes' | 'checkbox' | 'switch';
  /** Of a text field. */
  readonly inputType: 'text' | 'number' | 'email' | 'tel' | 'url' | 'password';
  readonly initial: FieldValue;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly text: string | undefined;
  }[];
  readonly required: boolean;
  readonly disabled: boolean;
  readonly hint: string | undefined;
  readonly placeholder: string | undefined;
  /** The author's own words for a wrong value. */
  readonly message: string | undefined;
  /** Least and greatest number, date (`2026-11-21`) or time (`09:30`). */
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** A regular expression for the whole value. */
  readonly pattern: string | undefined;
  /** Not to be kept on the device: a password, the number of a card. */
  readonly secret: boolean;
}
