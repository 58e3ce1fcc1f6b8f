import { css } from "lit";

export const sidebarStyle = css`
  .all {
    display: flex;
    flex-direction: column;
    min-block-size: 100dvh;
    max-inline-size: 40rem;
    margin-inline: auto;
  }

  main {
    flex: 1;
    display: block;
    padding-block-end: 1rem;
  }

  /* Takes the focus only when what had it is gone. */
  main:focus {
    outline: none;
  }

  .lenses {
    margin: 0 1rem 0.75rem;
  }

  .switch {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
    padding: 0.25rem 1rem;
    background: var(--bt-accent-soft);
    font: var(--bt-label);
    overflow-wrap: anywhere;
  }

  .offline {
    padding: 0.375rem 1rem;
    background: var(--bt-sunken);
  }

  .failure {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    margin: 0.5rem 1rem;
  }

  footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 10;
    max-block-size: 85dvh;
    overflow-y: auto;
    padding: 0.625rem 1rem 0.75rem;
    background: var(--bt-bg);
    border-block-start: 1px solid var(--bt-line);
  }

  footer:not(:has(*)) {
    display: none;
  }

  .framed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .framed p {
    flex: 1 1 10rem;
  }

  /* So little room that a sticky composer would cover what is being read. */
  @media (max-height: 22rem) {
    footer {
      position: static;
      max-block-size: none;
    }
  }
`;
