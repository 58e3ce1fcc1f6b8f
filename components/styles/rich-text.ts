import { css } from "lit";

/** Words of others, as `richText` draws them. */
export const richTextStyle = css`
  .rich {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    margin-block: 0.125rem 0.25rem;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .rich p,
  .rich blockquote {
    white-space: pre-line;
    text-wrap: pretty;
  }

  .rich .heading {
    font-weight: 600;
  }

  .rich ul {
    list-style: disc;
    padding-inline-start: 1.25rem;
  }

  .rich blockquote {
    margin: 0;
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--bt-edge);
    color: var(--bt-muted);
  }

  .rich pre {
    margin: 0;
    padding: 0.5rem;
    border-radius: var(--bt-radius-small);
    background: var(--bt-sunken);
    font: 0.75rem/1.125rem var(--bt-mono);
    white-space: pre-wrap;
  }

  .rich code {
    font: inherit;
  }
`;
