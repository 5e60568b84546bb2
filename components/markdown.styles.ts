import { css } from 'lit';

/** What formatted text in a bubble takes. It comes with the code that formats. */
export default css`
  .bubble :is(p, ul, ol, pre, blockquote, table, hr) + :is(p, ul, ol, pre, blockquote, table, hr) {
    margin-block-start: var(--_s2);
  }
  .bubble :is(ul, ol) {
    padding-inline-start: 20px;
  }
  .bubble li + li {
    margin-block-start: 2px;
  }
  .bubble :is(strong, th) {
    font-weight: 600;
  }
  .bubble :is(code, pre) {
    background: color-mix(in oklab, currentColor 8%, transparent);
  }
  .bubble code {
    padding: 1px 5px;
    border-radius: 5px;
    font: 0.9em/1.4 var(--_mono);
  }
  .bubble pre {
    padding: 6px 8px;
    border-radius: 8px;
    white-space: pre-wrap;
  }
  .bubble pre code {
    padding: 0;
    background: none;
  }
  .bubble blockquote {
    margin: 0;
    padding-inline-start: 10px;
    border-inline-start: 2px solid color-mix(in oklab, currentColor 30%, transparent);
  }
  .bubble hr {
    margin-block-end: 0;
    border: 0;
    border-block-start: 1px solid color-mix(in oklab, currentColor 20%, transparent);
  }
  .bubble table {
    border-collapse: collapse;
    font-size: 0.93em;
  }
  .bubble :is(th, td) {
    padding: 3px 8px;
    border: 1px solid color-mix(in oklab, currentColor 20%, transparent);
    text-align: start;
    vertical-align: top;
  }
`;
