import { html } from 'lit';

/** Stands for the sign-in itself; it is drawn here because no other card needs it. */
export const lock = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <rect x="4.25" y="8.75" width="11.5" height="7.5" rx="2" />
  <path d="M6.75 8.75V6.9a3.25 3.25 0 0 1 6.5 0v1.85" />
</svg>`;
