import { css } from "lit";

export const storyStyle = css`
  .story {
    padding: 0.75rem 1rem 0.625rem;
    border-block-end: 1px solid var(--bt-line);
  }

  h2 {
    font: inherit;
  }

  .title {
    display: block;
    inline-size: 100%;
    min-block-size: 1.5rem;
    font: 600 0.875rem/1.25rem var(--bt-font);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .title:hover {
    color: var(--bt-accent);
  }

  .title.post {
    font-weight: 400;
  }

  /* Long ones are read whole where they are opened. */
  .title bdi,
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
    white-space: pre-line;
  }

  .excerpt {
    -webkit-line-clamp: 2;
    margin-block-start: 0.125rem;
    color: var(--bt-muted);
    overflow-wrap: anywhere;
  }

  .about,
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    align-items: baseline;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .about {
    margin-block-start: 0.125rem;
  }

  .about:not(:has(*)) {
    display: none;
  }

  .where {
    font-weight: 600;
  }

  .story > ul:not(.why) > li {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .line.meta {
    padding-block: 0.25rem;
  }

  li > a {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border-radius: var(--bt-radius-small);
    color: var(--bt-muted);
  }

  li > a:hover {
    background: var(--bt-sunken);
    color: var(--bt-text);
  }

  .why {
    margin-block-start: 0.25rem;
    padding: 0.375rem 0.625rem;
    border-radius: var(--bt-radius-small);
    background: var(--bt-sunken);
    font: var(--bt-meta);
  }
`;
