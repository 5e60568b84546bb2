import { Directive, directive } from 'lit/directive.js';
import { createMarkdownRenderer, type MarkdownRenderer } from '../src/content/markdown.js';
import type { MarkdownFormatter } from './message-markdown.js';

/** Shows markdown as nodes that stay while a streamed answer grows: a reader may be selecting its words, or standing on one of its links. */
export function createMarkdownFormatter(
  renderer: MarkdownRenderer = createMarkdownRenderer(),
): MarkdownFormatter {
  return {
    ...(renderer.refusal && { refusal: renderer.refusal }),
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
  let node = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const following = node?.nextSibling ?? null;
    if (!node) shown.append(next);
    else if (!becomes(node, next)) node.replaceWith(next);
    node = following;
  }
  while (node) {
    const following = node.nextSibling;
    node.remove();
    node = following;
  }
}

/** Turns `node` into `wanted` if that takes no other node. */
function becomes(node: Node, wanted: Node): boolean {
  if (node.isEqualNode(wanted)) return true;
  if (node instanceof Text && wanted instanceof Text) {
    // Appended to, so that what is selected stays so.
    if (wanted.data.startsWith(node.data)) node.appendData(wanted.data.slice(node.data.length));
    else node.data = wanted.data;
    return true;
  }
  if (!(node instanceof Element) || !node.cloneNode(false).isEqualNode(wanted.cloneNode(false))) return false;
  grow(node, wanted);
  return true;
}

function caret(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'caret';
  return element;
}

/** Where the next word of a streamed answer will stand. */
function lastBlock(fragment: DocumentFragment): ParentNode {
  let block: ParentNode = fragment;
  while (block.lastElementChild?.matches('p, ul, ol, li, blockquote, pre, table, tbody, tr, td'))
    block = block.lastElementChild;
  return block;
}
