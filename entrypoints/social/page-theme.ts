/** A page's own background is rarely further up than that. */
const mostAncestors = 40;

/** Whether what lies behind an element is dark: its own background or the nearest one around it, else its letters. */
export function isOnDark(element: Element): boolean {
  let around: Element | null = element;
  for (let up = 0; around && up < mostAncestors; up++, around = around.parentElement) {
    const background = lightnessOf(getComputedStyle(around).backgroundColor);
    if (background !== undefined) return background < 0.5;
  }
  const letters = lightnessOf(getComputedStyle(element).color);
  return letters !== undefined && letters > 0.6;
}

/** 0–1 of a computed `rgb()`; `undefined` where it lets through what is behind, or is written another way. */
function lightnessOf(colour: string): number | undefined {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? "")
    .split(/[\s,/]+/)
    .map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red)) return undefined;
  return alpha < 0.5 ? undefined : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
