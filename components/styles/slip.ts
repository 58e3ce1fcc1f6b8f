import { css } from "lit";

export const slipStyle = css`
  :host {
    display: contents;
  }

  .code {
    display: grid;
    place-items: center;
    min-block-size: 14rem;
  }

  .code svg {
    inline-size: min(18rem, 100%);
    border: 1px solid var(--bt-line);
    border-radius: 0.5rem;
    forced-color-adjust: none;
  }
`;
