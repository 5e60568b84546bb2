/** What views with fields take besides: it comes with the first of them. */
export { problemOf } from '../src/content/views/validation.js';
export { fieldTemplate } from './view/field-templates.js';
export { handleFieldKey } from './view/view-keys.js';
export { default as styles } from './view-fields.styles.js';
