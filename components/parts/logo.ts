import { html } from "lit";

/** The mark of `assets/icon.svg`, inline: a page of ours may load no file it does not need. */
export const logo = html`<svg viewBox="0 0 128 128" aria-hidden="true">
  <rect width="128" height="128" rx="30" fill="#0b6b63"></rect>
  <path
    d="M30 34h68a10 10 0 0 1 10 10v34a10 10 0 0 1-10 10H66L46 106V88H30a10 10 0 0 1-10-10V44a10 10 0 0 1 10-10z"
    fill="#fff"
  ></path>
  <path
    d="M82 61H50m0 0 12-11M50 61l12 11"
    fill="none"
    stroke="#0b6b63"
    stroke-width="9"
    stroke-linecap="round"
    stroke-linejoin="round"
  ></path>
</svg>`;
