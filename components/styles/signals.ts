import { css } from "lit";

export const signalsStyle = css`
  .signals {
    display: grid;
    gap: 0.625rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .name {
    font-weight: 600;
  }

  .text,
  details {
    margin-inline-start: 1.5rem;
    color: var(--bt-muted);
    overflow-wrap: anywhere;
  }

  details .text {
    margin-inline-start: 0;
  }

  :host([readonly]) .text,
  :host([readonly]) details {
    margin-inline-start: 0;
  }

  .thresholds li {
    padding-inline-start: 0.75rem;
    text-indent: -0.75rem;
  }

  .thresholds li::before {
    content: "· ";
    display: inline-block;
    inline-size: 0.75rem;
    text-indent: 0;
    text-align: center;
  }

  .docs {
    margin-block-start: 0.625rem;
    color: var(--bt-muted);
  }

  .off .name {
    color: var(--bt-muted);
  }
`;
