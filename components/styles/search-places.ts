import { css } from "lit";

export const searchPlacesStyle = css`
  h2:focus {
    outline: none;
  }

  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  legend {
    padding: 0;
    margin-block-end: 0.125rem;
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  .place {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
