import type { BadgeView } from "../../lib/messages/page.ts";
import type { ByPerson } from "./by-person.ts";
import { element, icon } from "./draw.ts";

/** The sidebar page as it is framed. */
type FramedSidebar = Pick<BadgeView, "frameUrl" | "frameClose" | "label" | "dir">;

/**
 * Firefox opens its sidebar only from the toolbar, so there the badge shows the sidebar page in a frame, to
 * read only: the page around it can cover or fade what we show. A second press closes it.
 */
export function toggleFrame(
  root: ShadowRoot,
  opener: HTMLElement,
  { frameUrl = "", frameClose = "", label, dir }: FramedSidebar,
  byPerson: ByPerson,
): void {
  const open = root.querySelector(".frame");
  if (open) return open.remove();
  const close = element("button", { type: "button", "aria-label": frameClose }, icon("close", 14));
  const frame = element(
    "div",
    { class: dir === "rtl" ? "frame left" : "frame", role: "dialog", "aria-label": label },
    close,
    element("iframe", { src: frameUrl, title: label }),
  );
  const shut = byPerson((event) => {
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    frame.remove();
    opener.focus();
  });
  close.addEventListener("click", shut);
  frame.addEventListener("keydown", shut);
  root.append(frame);
  close.focus();
}
