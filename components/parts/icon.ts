import { html, type TemplateResult } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import type { IconNode } from "lucide";

const drawn = new WeakMap<IconNode, string>();

/** The library's own constants, never text from elsewhere: that is what makes `unsafeSVG` safe here. */
function draw(node: IconNode): string {
  const known = drawn.get(node);
  if (known !== undefined) return known;
  const shapes = node
    .map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([name, value]) => `${name}="${String(value)}"`);
      return `<${tag} ${written.join(" ")}/>`;
    })
    .join("");
  drawn.set(node, shapes);
  return shapes;
}

/** A Lucide icon as inline SVG, hidden from assistive technology: the words stand beside it or in a label. */
export function icon(node: IconNode, sizePx = 16): TemplateResult {
  return html`<svg
    style="inline-size:${sizePx / 16}rem;block-size:${sizePx / 16}rem"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${unsafeSVG(draw(node))}
  </svg>`;
}
