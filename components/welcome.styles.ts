import { css } from 'lit';

export default css`
  .avatars {
    display: flex;
    gap: var(--_s1h);
    margin-block-end: var(--_s4);
  }
  /* Where the composer will be. */
  .consent {
    display: grid;
    gap: var(--_s3);
    margin-block-start: auto;
    padding-block-start: var(--_s5);
    color: var(--_text-muted);
    font-size: var(--_text-sm);
    text-wrap: pretty;
  }
  .consent:focus-visible {
    border-radius: 4px;
    outline-offset: 4px;
  }
`;
