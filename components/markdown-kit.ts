/** Everything that formatted messages take, in one file to fetch. */
export { createMarkdownFormatter } from './markdown-formatter.js';
export { default as styles } from './markdown.styles.js';
