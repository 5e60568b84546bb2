import type { Press } from '../src/content/views/view-tree.js';

/** The customer has answered a view. `text` is what goes to the flow. */
export class ViewAnswerEvent extends CustomEvent<{
  readonly text: string;
  readonly press: Press;
  readonly viewName: string;
}> {
  constructor(text: string, press: Press, viewName: string) {
    super('view-answer', { detail: { text, press, viewName } });
  }
}

/** What a view wants to be kept; `''` for nothing. */
export class ViewKeepEvent extends CustomEvent<{ readonly text: string }> {
  constructor(text: string) {
    super('view-keep', { detail: { text } });
  }
}

/** A view is about to be drawn. Canceled, it is left to the page. */
export class ViewShowEvent extends CustomEvent<{ readonly viewName: string; readonly described: unknown }> {
  constructor(viewName: string, described: unknown) {
    super('view-show', { cancelable: true, detail: { viewName, described } });
  }
}
