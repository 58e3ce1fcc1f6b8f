import type { ChipView } from "../../lib/messages/page.ts";
import { element, icon } from "../badge/draw.ts";
import { style } from "./style.ts";

/** Name of the element that a post gets as its last child. */
export const chipTag = "backtalk-chip";

/** Events that a press consists of: none of them is for the post below, which would open itself. */
const pressEvents =
  "click auxclick dblclick mousedown mouseup pointerdown pointerup touchstart touchend".split(" ");

/** The chips of one post, before they have a place. */
export interface ChipRow {
  readonly host: HTMLElement;
  readonly row: HTMLElement;
  readonly pills: readonly HTMLButtonElement[];
}

let sheet: CSSStyleSheet | undefined;

/** @param press - A person pressed the chip of this brand; `pill` is the button. */
export function drawChips(
  views: readonly ChipView[],
  press: (brandId: string, pill: HTMLElement) => void,
): ChipRow {
  const host = document.createElement(chipTag);
  const root = host.attachShadow({ mode: "closed" });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  root.adoptedStyleSheets = [sheet];
  const pills = views.map((view) => drawPill(view, press));
  const row = element("div", { class: "row unplaced" }, ...pills);
  for (const type of pressEvents) row.addEventListener(type, (event) => event.stopPropagation());
  for (const type of ["keydown", "keyup", "keypress"]) row.addEventListener(type, keepPressKeys);
  root.append(row);
  return { host, row, pills };
}

/** Enter and Space are ours while a chip has the focus; every other key is the page's. */
function keepPressKeys(event: Event): void {
  if (event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ")) event.stopPropagation();
}

function drawPill(
  { brandId, label, name, text }: ChipView,
  press: (brandId: string, pill: HTMLElement) => void,
): HTMLButtonElement {
  const [brand, score] = [element("bdi"), element("b")];
  brand.textContent = name;
  score.textContent = text;
  const face = element("span", { class: "face" }, icon("star", 11), brand, score);
  const pill = element("button", { type: "button", "aria-label": label, title: label }, face);
  pill.addEventListener("click", (event) => {
    // Where the whole post is a link, the link is not what was meant.
    event.preventDefault();
    if (event.isTrusted) press(brandId, pill);
  });
  return pill;
}
