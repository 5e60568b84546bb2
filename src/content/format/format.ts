import type { Edit } from './edit.js';
import { EMPHASIS, emphasise } from './emphasis.js';
import { link, LINK } from './links.js';
import { ITEM, list } from './lists.js';

/** All that a person can format in a message; more is not shown by every agent's desk. */
export type FormatCommand = 'bold' | 'italic' | 'bullets' | 'numbers' | 'link';

/** Markdown after a command. Given twice, a command takes back from plain words what it has done to them. */
export function format(edit: Edit, command: FormatCommand): Edit {
  switch (command) {
    case 'bold':
      return emphasise(edit, 2);
    case 'italic':
      return emphasise(edit, 1);
    case 'link':
      return link(edit);
    default:
      return list(edit, command);
  }
}

/** Whether anything in `text` would look different as markdown because of one of the commands. */
export function isFormatted(text: string): boolean {
  return [EMPHASIS, LINK, ITEM].some((pattern) => text.search(pattern) >= 0);
}
