/**
 * Markdown without its syntax, for a screen reader's announcement. It reads well rather than exactly: the list of rules is
 * short, each looks at every character a fixed number of times, and what it does not know stays as it was written.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?:`{3,}|~{3,})[^\n]*$/gm, '')
    .replace(/^ {0,3}(?:[-*_=] ?){3,}$/gm, '')
    .replace(/^[ \t]{0,12}(?:[>#]+ ?|[*+-] (?:\[[ x]\] )?|\d{1,9}[.)] )/gm, '')
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/<((?:https?:|mailto:|tel:)[^\s<>]*)>/gi, '$1')
    .replace(/(?<!\\)(?:\*{1,3}|~~|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
