import { css } from "lit";

export const itemTableStyle = css`
  :host {
    --row: 3.25rem;
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border: 1px solid var(--bt-line);
    border-radius: var(--bt-radius);
    background: var(--bt-surface);
    overflow: hidden;
  }

  :host([cards]) {
    --row: 4.75rem;
  }

  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior-y: contain;
    scrollbar-color: var(--bt-edge) transparent;
    scrollbar-gutter: stable;
    font: 400 0.8125rem/1.125rem var(--bt-font);
  }

  .scroller:focus-visible {
    outline: none;
  }

  /* Rows and headings lie over what the scroller draws around itself. */
  .scroller:focus-visible + .ring {
    position: absolute;
    inset: 0;
    z-index: 2;
    border: 2px solid var(--bt-accent);
    border-radius: inherit;
    pointer-events: none;
  }

  .probe {
    position: absolute;
    visibility: hidden;
    inline-size: 1px;
    block-size: var(--row);
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--bt-surface);
  }

  .body {
    position: relative;
    contain: layout paint;
  }

  .rows {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    will-change: transform;
  }

  .row {
    display: grid;
    grid-template-columns: var(--tracks);
    column-gap: 0.75rem;
    align-items: center;
    block-size: var(--row);
    padding-inline-end: 0.75rem;
    border-block-end: 1px solid var(--bt-line);
    contain: strict;
    cursor: pointer;
  }

  .row:hover {
    background: var(--bt-sunken);
  }

  .row.selected {
    box-shadow: inset 0.1875rem 0 var(--bt-accent);
  }

  :dir(rtl) .row.selected {
    box-shadow: inset -0.1875rem 0 var(--bt-accent);
  }

  .row.chosen {
    background: var(--bt-accent-soft);
  }

  .scroller:focus-visible .row.active {
    outline: 2px solid var(--bt-accent);
    outline-offset: -2px;
    border-radius: var(--bt-radius-small);
  }

  .row.heading {
    block-size: auto;
    min-block-size: 2.125rem;
    contain: none;
    cursor: default;
    background: none;
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  .cell {
    min-inline-size: 0;
    max-block-size: 100%;
    overflow: hidden;
  }

  .heading .cell {
    overflow: visible;
    overflow-wrap: anywhere;
  }

  .empty {
    grid-column: 1 / -1;
    padding-inline-start: 2.25rem;
  }

  .coming::after {
    content: "";
    display: block;
    block-size: 0.5rem;
    inline-size: 60%;
    border-radius: 0.25rem;
    background: var(--bt-sunken);
  }

  .box label {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.125rem;
    min-block-size: 1.5rem;
    font: inherit;
    border-radius: var(--bt-radius-small);
  }

  .sort:hover {
    color: var(--bt-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .line {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .pale {
    color: var(--bt-muted);
  }

  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  mark {
    background: none;
    color: var(--bt-accent);
    font-weight: 600;
  }

  .cell.codes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.25rem;
  }

  .code {
    max-inline-size: 100%;
    border-radius: 99rem;
    padding-inline: 0.4375rem;
    color: var(--bt-text);
  }

  .code bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .cell.confidence {
    font-variant-numeric: tabular-nums;
  }

  /* Two lines of text below one line of everything else. */
  :host([cards]) .row:not(.heading) {
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    gap: 0 0.5rem;
    white-space: nowrap;
  }

  :host([cards]) .row:not(.heading) > .text {
    order: 1;
    flex: 1 0 100%;
    white-space: normal;
    padding-inline-start: 2.25rem;
  }

  :host([cards]) .box label {
    inline-size: 1.75rem;
  }

  :host([cards]) .row:not(.heading) > .brand {
    flex: 1 1 0;
    color: var(--bt-muted);
  }

  :host([cards]) .row:not(.heading) > .codes {
    flex: 0 1 auto;
    flex-wrap: nowrap;
    /* Beside the box and the time: else they take a line for which the row has no room. */
    max-inline-size: min(35%, 100% - 14rem);
  }

  :host([cards]) .row:not(.heading) .line {
    display: inline;
    margin-inline-end: 0.25rem;
  }

  :host([cards]) .row:not(.heading) > :not(.text) .clamp {
    display: block;
    text-overflow: ellipsis;
  }

  /* Of headings only those that sort are of use there; the others are for whoever hears the table. */
  :host([cards]) .heading {
    display: flex;
    flex-wrap: wrap;
  }

  :host([cards]) .heading > :not([aria-sort], .box) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .note {
    margin: 0.5rem;
    justify-content: space-between;
  }

  @media (forced-colors: active) {
    mark {
      color: inherit;
      text-decoration: underline;
    }

    .row.chosen {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .row.selected {
      border-inline-start: 0.1875rem solid Highlight;
    }

    .scroller:focus-visible .row.active {
      outline: 3px solid Highlight;
    }
  }
`;
