/** Everything that formatting takes, in one file to fetch. */
export { Formatter } from './formatter.js';
