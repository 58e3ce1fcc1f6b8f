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

  .links {
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--bt-line);
  }

  .links ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-block-start: 0.25rem;
  }

  .links a {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
  }
`;
