import { css } from 'lit';

export default css`
  .avatars {
    display: flex;
    gap: var(--_s1h);
    margin-block-end: var(--_s4);
  }
`;
