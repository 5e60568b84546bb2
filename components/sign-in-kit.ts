export { bodyTemplate } from './fallback-kit.js';
