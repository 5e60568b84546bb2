/** One node of a view's template. Text stands directly among the content of its parent. */
export interface ViewNode {
  readonly _id: string;
  readonly Type: string;
  readonly Props: Readonly<Record<string, unknown>>;
  readonly Content: readonly (ViewNode | string)[];
}

/** What a view looks like. */
export interface ViewTemplate {
  readonly Head: Readonly<Record<string, unknown>>;
  readonly Body: readonly ViewNode[];
}

/** A view as an author writes it; the service gives template and input schema out as strings of JSON. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Whether AWS made it, for its ARN. */
  readonly managed?: boolean | undefined;
  readonly actions: readonly string[];
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** A {@link ViewTemplate}, or whatever a test puts in its place. */
  readonly template: ViewTemplate | Readonly<Record<string, unknown>>;
}
