import { css, unsafeCSS } from "lit";

/** Ten hues for codes, in light and dark: 3:1 on every ground of ours, and never the only sign of a code. */
export const codeHues: readonly (readonly [light: string, dark: string])[] = [
  ["#0b6b63", "#5fd3c4"],
  ["#a15c00", "#f2b84b"],
  ["#4b5fc0", "#9fb0ff"],
  ["#a3356b", "#f29ac2"],
  ["#5b7a1f", "#b5d36a"],
  ["#7b5c44", "#d0b49f"],
  ["#1b6f9c", "#7cc4ea"],
  ["#7a45a8", "#cda4f0"],
  ["#b03f2e", "#f5a08f"],
  ["#5f6871", "#b4bcc4"],
];

// Constants of ours, never text from elsewhere.
const variables = codeHues.map(([light, dark], place) => `--code-${place}: light-dark(${light}, ${dark});`);

/** The hues as `--code-0` …, and a swatch in one of them. */
export const codeHueStyle = css`
  :host {
    ${unsafeCSS(variables.join("\n"))}
  }

  .swatch {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: 0.25rem;
    background: var(--code);
  }

  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
    }
  }
`;
