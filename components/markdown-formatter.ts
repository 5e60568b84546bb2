import { Directive, directive } from 'lit/directive.js';
import { createMarkdownRenderer, type MarkdownRenderer } from '../src/content/markdown.js';
import type { MarkdownFormatter } from './message-markdown.js';

/** Shows markdown as nodes that stay while a streamed answer grows: a reader may be selecting its words, or standing on one of its links. */
export function createMarkdownFormatter(
  renderer: MarkdownRenderer = createMarkdownRenderer(),
): MarkdownFormatter {
  return {
    refusal: renderer.refusal,
    format(markdown, streaming) {
      const fragment = renderer.render(markdown);
      if (fragment && streaming) lastBlock(fragment).append(caret());
      return fragment && grown(fragment);
    },
  };
}

/** Keeps one box for as long as it stands in the same place, and changes in it only what differs. */
class GrownDirective extends Directive {
  readonly #box = document.createElement('div');

  override render(fragment: DocumentFragment): HTMLElement {
    grow(this.#box, fragment);
    return this.#box;
  }
}

const grown = directive(GrownDirective);

/** Makes the children of `shown` like those of `wanted`, and keeps every node that can stay. */
function grow(shown: ParentNode & Node, wanted: Node): void {
  const before = [...shown.childNodes];
  const after = [...wanted.childNodes];
  after.forEach((next, index) => {
    const node = before[index];
    if (!node) shown.append(next);
    else if (!becomes(node, next)) node.replaceWith(next);
  });
  for (const node of before.slice(after.length)) node.remove();
}

/** Turns `node` into `wanted` if that takes no other node. */
function becomes(node: Node, wanted: Node): boolean {
  if (node instanceof Text && wanted instanceof Text) {
    // What is there already is not written again, so that what is selected stays so.
    const kept = wanted.data.startsWith(node.data) ? node.length : 0;
    node.replaceData(kept, node.length, wanted.data.slice(kept));
    return true;
  }
  if (!(node instanceof Element) || !node.cloneNode().isEqualNode(wanted.cloneNode())) return false;
  grow(node, wanted);
  return true;
}

function caret(): HTMLElement {
  return Object.assign(document.createElement('span'), { className: 'caret' });
}

/** Where the next word of a streamed answer will stand. */
function lastBlock(fragment: DocumentFragment): ParentNode {
  return [...fragment.querySelectorAll('p, li, pre, td')].at(-1) ?? fragment;
}
