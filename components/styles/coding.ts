import { css } from "lit";

/** Codes, sentiment and note of one item. */
export const codingStyle = css`
  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h3,
  legend {
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
    padding: 0;
  }

  fieldset,
  .note-field {
    display: grid;
    gap: 0.25rem;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
  }

  .choices label {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.5rem;
  }

  textarea {
    min-block-size: 4rem;
    resize: vertical;
  }
`;
