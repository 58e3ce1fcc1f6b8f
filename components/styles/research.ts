import { css } from "lit";

export const researchStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
  }

  .columns {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    position: relative;
  }

  .columns.open {
    grid-template-columns: 15rem minmax(0, 1fr) 21.25rem;
  }

  /* Dialogs take no room. */
  .columns > :not(.side, main, .context, .backdrop) {
    display: contents;
  }

  .side,
  .context,
  main {
    min-inline-size: 0;
    overflow-y: auto;
    padding: 1rem;
  }

  .side {
    display: grid;
    align-content: start;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    border-inline-end: 1px solid var(--bt-line);
  }

  .context {
    border-inline-start: 1px solid var(--bt-line);
  }

  main {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
  }

  h1 {
    font: var(--bt-title);
  }

  bt-workspace-list {
    flex: 1 0 auto;
  }

  .backdrop {
    position: fixed;
    inset: 0;
    z-index: 2;
    background: rgb(0 0 0 / 0.4);
  }

  /* A mention over the table, and filters over it. */
  .over {
    position: fixed;
    inset-block: 0;
    z-index: 3;
    background: var(--bt-bg);
    box-shadow: var(--bt-shadow);
  }

  .context.over {
    inset-inline-end: 0;
    inline-size: min(24rem, 100vw);
  }

  .side.over {
    inset-inline-start: 0;
    inline-size: min(20rem, 100vw);
  }

  .drawer-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  @media (width < 62.5em) {
    .columns.open {
      grid-template-columns: 15rem minmax(0, 1fr);
    }
  }

  @media (width < 43.75em) {
    .columns,
    .columns.open {
      grid-template-columns: minmax(0, 1fr);
    }

    main {
      padding: 0.75rem;
    }
  }

  /* Little height, or type twice as large: the page is scrolled, not a slit of it. */
  @media (height < 36em) {
    :host {
      block-size: auto;
      min-block-size: 100dvh;
    }

    .side:not(.over),
    .context:not(.over),
    main {
      overflow-y: visible;
    }
  }

  @media (forced-colors: active) {
    .over {
      border: 1px solid;
    }
  }
`;
