import { css } from 'lit';

export default css`
  :host {
    display: block;
    justify-self: stretch;
    min-inline-size: 0;
    container: view / inline-size;
  }
  /* A form takes the full width of the log, past what the log lays down for its messages. */
  :host([wide]) {
    grid-column: 1 / -1 !important;
    margin-block-start: 5px;
  }

  .card {
    display: grid;
    gap: var(--_s4);
    padding: 13px 14px 14px;
    border: 1px solid var(--_outline);
    border-radius: var(--_r-card);
    background: var(--_raised);
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 600;
    font-size: calc(16 * var(--_u));
    line-height: calc(22 * var(--_u));
    letter-spacing: -0.006em;
    text-wrap: balance;
  }
  [role='alert']:empty,
  [role='alert']:not(:has(*)) {
    display: none;
  }

  .card--line {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 11px;
    border-color: var(--_border);
    border-start-start-radius: var(--_r-joint);
    background: none;
  }
  .card--line > .icon {
    color: var(--_text-muted);
  }
  .line {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 10px;
    min-inline-size: 0;
  }
  .line-title {
    font-weight: 600;
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .line-words,
  .loading {
    color: var(--_text-muted);
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
    text-wrap: pretty;
  }
  .loading {
    display: flex;
    align-items: center;
    gap: var(--_s2);
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--_s4) var(--_s2);
  }
  .cell {
    display: grid;
    grid-column: span 12;
    gap: var(--_s2);
    align-content: start;
    min-inline-size: 0;
  }
  @container view (inline-size >= 300px) {
    .cell {
      grid-column: span var(--_half);
    }
  }
  /* A twelfth of less than this has room for nothing. */
  @container view (inline-size >= 560px) {
    .cell {
      grid-column: span var(--_span);
    }
  }

  .text,
  .markup {
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
    white-space: pre-line;
    text-wrap: pretty;
  }
  .markup > * + * {
    margin-block-start: var(--_s2);
  }
  .markup :is(ul, ol) {
    padding-inline-start: 22px;
  }
  .quiet,
  .hint,
  .optional {
    color: var(--_text-muted);
  }
  .quiet {
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .heading {
    font-weight: 600;
    font-size: calc(16 * var(--_u));
    line-height: calc(22 * var(--_u));
    text-wrap: balance;
  }
  .heading--2,
  .heading--3 {
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .heading--3 {
    color: var(--_text-muted);
  }
  a:not(.button) {
    border-radius: 2px;
    color: var(--_accent-text);
    font-weight: 500;
    text-underline-offset: 3px;
  }
  a > .icon {
    display: inline-block;
    margin-inline-start: 3px;
    vertical-align: -2px;
  }
  a.button {
    text-decoration: none;
  }
  .image {
    max-inline-size: 100%;
    max-block-size: 320px;
    border-radius: var(--_r-control);
  }
  .tick {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 12px;
    background: var(--_success-soft);
    color: var(--_success);
  }

  .alert {
    display: flex;
    gap: var(--_s2);
    padding: 10px var(--_s3);
    border-radius: var(--_r-control);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  .alert .icon {
    margin-block-start: 1px;
  }
  .alert--info {
    background: var(--_sunken);
    color: var(--_text);
  }
  .alert--success {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .alert--warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .alert-heading {
    font-weight: 600;
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    gap: 4px var(--_s4);
    align-items: baseline;
    font-size: calc(14 * var(--_u));
    line-height: calc(20 * var(--_u));
  }
  .fact {
    display: contents;
  }
  dt {
    color: var(--_text-muted);
  }
  dd {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  dd .link-button {
    font-size: var(--_text-sm);
  }

  .rows {
    margin-inline: -14px;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_s3);
    inline-size: 100%;
    min-block-size: 48px;
    padding: 9px 14px;
    transition: background-color var(--_fast);
  }
  .row::before {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 14px 0;
    border-block-start: 1px solid var(--_border);
    content: '';
  }
  .row:focus-visible {
    border-radius: 8px;
    outline-offset: -3px;
  }
  .row .icon {
    color: var(--_text-muted);
  }
  .row-title {
    display: block;
    font-weight: 500;
    line-height: calc(20 * var(--_u));
  }
  .row-text {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
  }
  @media (hover: hover) {
    button.row:hover {
      background: var(--_hover);
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  /* As many beside each other as there is room for without breaking a word. */
  .actions > .button {
    flex: 1;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }

  .steps-list {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_s3);
    padding: 0;
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
    list-style: none;
  }
  .steps-list li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .steps-list [aria-current] {
    color: var(--_text);
    font-weight: 600;
  }

  details {
    border: 1px solid var(--_border);
    border-radius: var(--_r-control);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s2);
    min-block-size: var(--_control);
    padding: var(--_s2) var(--_s3);
    border-radius: var(--_r-control);
    font-weight: 500;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary .icon {
    transform: scaleY(-1);
  }
  details > .grid {
    padding: 0 var(--_s3) var(--_s3);
  }

  .table {
    overflow-x: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_r-control);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_text-sm);
    line-height: calc(18 * var(--_u));
    overflow-wrap: normal;
  }
  th,
  td {
    padding: 8px 10px;
    text-align: start;
    vertical-align: top;
  }
  th {
    color: var(--_text-muted);
    font-weight: 600;
  }
  tbody tr {
    border-block-start: 1px solid var(--_border);
  }

  @media (forced-colors: active) {
    .card,
    .alert,
    .tick {
      border: 1px solid CanvasText;
    }
  }
`;
