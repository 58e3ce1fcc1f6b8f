/** Height of the pill and the widest it may be, in CSS px. */
export const pillHeight = 32;
const pillWidth = 120;
const step = 16;

const controls =
  "a,button,input,select,textarea,label,summary,video,audio,[contenteditable],[role=button],[role=link],[role=tab],[role=menuitem],[role=slider]";
/** These also mark whole applications, which are no control: they count while smaller than half the window. */
const areas = 'iframe,[onclick],[tabindex]:not([tabindex="-1"])';

/** Where the pill stands for a remembered `position` (0–1 of the room there is), in px from the top. */
export function topOf(position: number): number {
  return Math.round(Math.min(1, Math.max(0, position)) * room());
}

export function positionOf(top: number): number {
  return Math.min(1, Math.max(0, top / (room() || 1)));
}

function room(): number {
  return Math.max(0, innerHeight - pillHeight);
}

/**
 * The free place along the edge that is nearest to `wanted` (px from the top): none of the page's controls
 * lies under it now. `undefined` where there is none; then the toolbar icon has to do.
 */
export function freeTop(wanted: number, rtl: boolean): number | undefined {
  const start = Math.min(wanted, room());
  for (let away = 0; away <= innerHeight; away += step)
    for (const top of away ? [start + away, start - away] : [start])
      if (top >= 0 && top <= room() && isFree(top, rtl)) return top;
  return undefined;
}

function isFree(top: number, rtl: boolean): boolean {
  const width = document.documentElement.clientWidth;
  for (let x = 2; x < pillWidth; x += 29)
    for (const y of [top + 1, top + pillHeight / 2, top + pillHeight - 1]) {
      const hit = document.elementFromPoint(rtl ? x : width - x, y);
      if (hit && isControl(hit)) return false;
    }
  return true;
}

function isControl(hit: Element): boolean {
  if (hit.closest(controls)) return true;
  const area = hit.closest(areas)?.getBoundingClientRect();
  return !!area && area.width * area.height < (innerWidth * innerHeight) / 2;
}
