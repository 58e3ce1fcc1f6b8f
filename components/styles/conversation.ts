import { css } from "lit";

export const conversationStyle = css`
  /* Long enough to stand at the top as soon as it is opened, before what was said in it has come. */
  section {
    min-block-size: calc(100dvh - 3.25rem);
  }

  .back {
    margin: 0.5rem 1rem 0.25rem 0.625rem;
  }

  :dir(rtl) .back svg {
    scale: -1 1;
  }

  header {
    padding: 0 1rem 0.5rem;
  }

  h2 {
    font: var(--bt-title);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  h2:focus {
    outline: none;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    overflow-wrap: anywhere;
  }

  .where {
    font-weight: 600;
  }

  .links {
    gap: 0 1rem;
    margin-block-start: 0.25rem;
    font: var(--bt-label);
    overflow-wrap: anywhere;
  }

  .links a {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
  }

  .pad {
    padding: 0.25rem 1rem;
  }

  .asof {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    padding: 0 1rem 0.25rem;
  }

  .note {
    margin: 0 1rem 0.5rem;
    flex-wrap: wrap;
    justify-content: space-between;
  }

  .progress {
    block-size: 2px;
    background: var(--bt-accent);
    inline-size: 35%;
    animation: late 0s 120ms both;
  }

  @keyframes late {
    from {
      opacity: 0;
    }
  }
`;
