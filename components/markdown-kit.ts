/** Everything that formatted messages take, in one file to fetch. */
export { createMarkdownRenderer } from '../src/content/markdown.js';
export { default as styles } from './markdown.styles.js';
