import type { ByPerson } from "./by-person.ts";
import { pillHeight } from "./place.ts";

/** Pointer travel in px from which a press is a drag and not a click. */
const dragFrom = 4;
/** How far one arrow key moves the pill, in px. */
const keyStep = 16;
/** Quiet time after the last arrow key before the place is remembered, in ms. */
const rememberMs = 500;

/**
 * Lets a person move the pill along its edge by dragging and with the arrow keys.
 *
 * @param remember - Told where the pill was left, in px from the top.
 * @returns Whether the press that just ended was a drag; asking forgets it.
 */
export function makeMovable(
  pill: HTMLElement,
  handle: HTMLElement,
  byPerson: ByPerson,
  remember: (top: number) => void,
): () => boolean {
  let grip: number | undefined;
  let dragged = false;
  let startY = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const moveTo = (top: number): void => {
    pill.style.top = `${Math.min(Math.max(0, top), innerHeight - pillHeight)}px`;
  };
  const top = (): number => pill.getBoundingClientRect().top;

  handle.addEventListener(
    "pointerdown",
    byPerson((event) => {
      if (event.button !== 0) return;
      grip = event.clientY - top();
      startY = event.clientY;
      dragged = false;
      // From the start: the first move of a quick hand already leaves the pill.
      handle.setPointerCapture(event.pointerId);
    }),
  );
  handle.addEventListener(
    "pointermove",
    byPerson((event) => {
      if (grip === undefined) return;
      dragged ||= Math.abs(event.clientY - startY) >= dragFrom;
      if (dragged) moveTo(event.clientY - grip);
    }),
  );
  const release = byPerson(() => {
    if (grip !== undefined && dragged) remember(top());
    grip = undefined;
  });
  handle.addEventListener("pointerup", release);
  handle.addEventListener("pointercancel", release);
  handle.addEventListener(
    "keydown",
    byPerson((event) => {
      const way = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      moveTo(top() + way * keyStep);
      clearTimeout(timer);
      timer = setTimeout(() => remember(top()), rememberMs);
    }),
  );
  return () => {
    const was = dragged;
    dragged = false;
    return was;
  };
}
