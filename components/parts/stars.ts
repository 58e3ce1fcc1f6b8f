import { css, html, svg, type TemplateResult } from "lit";
import { formatNumber, t } from "../../lib/i18n.ts";

const starPath = "m12 2.6 2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z";

export const starsStyle = css`
  .stars {
    display: inline-block;
    color: var(--bt-star);
    vertical-align: -0.125rem;
  }

  /* Stars fill in the direction of reading. */
  .stars:dir(rtl) {
    transform: scaleX(-1);
  }

  .stars .empty {
    fill: color-mix(in srgb, currentColor 24%, transparent);
  }

  .stars .full {
    fill: currentColor;
  }

  @media (forced-colors: active) {
    .stars {
      forced-color-adjust: none;
      color: CanvasText;
    }

    .stars .empty {
      fill: none;
      stroke: currentColor;
    }
  }
`;

/** One star shape, `filled` from 0 to 1, at `index` in a row of five. */
function star(index: number, filled: number): TemplateResult {
  const x = index * 26;
  return svg`<path class="empty" transform="translate(${x})" d=${starPath} />
    ${
      filled > 0
        ? svg`<path class="full" transform="translate(${x})" d=${starPath}
            style=${filled < 1 ? `clip-path:inset(0 ${100 - filled * 100}% 0 0)` : ""} />`
        : ""
    }`;
}

/** Five stars for a figure from 1 to 5, named in words for those who do not see them. */
export function stars(figure: number, heightPx = 12): TemplateResult {
  const rounded = Math.round(figure * 10) / 10;
  const name = t("stars_of_five", { stars: formatNumber(rounded, { maximumFractionDigits: 1 }) });
  return html`<svg
    class="stars"
    role="img"
    aria-label=${name}
    viewBox="0 0 128 24"
    style="block-size:${heightPx / 16}rem;inline-size:${(heightPx / 16) * (128 / 24)}rem"
  >
    ${[0, 1, 2, 3, 4].map((index) => star(index, Math.min(1, Math.max(0, figure - index))))}
  </svg>`;
}
