import type { BadgeView } from "../../lib/messages/page.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";
import { makeMovable } from "./move.ts";
import { element, icon } from "./draw.ts";
import { toggleFrame } from "./frame.ts";
import { createMenu } from "./menu.ts";
import { freeTop, pillHeight, positionOf, topOf } from "./place.ts";
import { style } from "./style.ts";

export interface Badge {
  /** Draws or redraws; without a view nothing is drawn until the next call. */
  show(view: BadgeView | undefined): void;
}

/**
 * The pill at the edge of a page, in a closed shadow root. Only events made by a person act. What the page
 * removes stays removed, and what belongs to a version of us that is gone removes itself.
 *
 * @param onEnd - Called once, when this badge will draw nothing any more because its extension is gone.
 */
export function createBadge(onEnd: () => void): Badge {
  const host = document.createElement("backtalk-badge");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const open = element("button", { class: "open", type: "button" });
  const more = element(
    "button",
    { class: "more", type: "button", "aria-haspopup": "menu" },
    icon("close", 12),
  );
  const pill = element("div", { class: "pill" }, open, more);
  root.append(pill);

  let current: BadgeView | undefined;
  let drawn = false;
  let over = false;

  /** For good in this document: hidden by the person, removed by the page, or orphaned by an update. */
  const end = (): void => {
    over = true;
    host.remove();
  };
  /** Runs `act` only for what a person did, and only while our extension is there. */
  const byPerson =
    <E extends Event>(act: (event: E) => void) =>
    (event: E): void => {
      if (!event.isTrusted) return;
      if (isAlive()) return act(event);
      end();
      onEnd();
    };
  const moveTo = (wanted: number): void => {
    const top = freeTop(wanted, current?.dir === "rtl");
    pill.hidden = top === undefined;
    pill.style.top = `${top ?? 0}px`;
    pill.classList.toggle("up", (top ?? 0) > innerHeight / 2);
  };
  const place = (): void => {
    // Looked through while the page is asked what stands there.
    pill.style.pointerEvents = "none";
    moveTo(topOf(current?.position ?? 0));
    pill.style.pointerEvents = "";
  };
  const remember = (top: number): void => {
    const position = positionOf(top);
    if (current) current = { ...current, position };
    place();
    void sendPage("moveBadge", position);
  };

  const menu = createMenu(more, byPerson, (choice) => {
    if (choice === "up" || choice === "down") {
      const distance = 2 * pillHeight * (choice === "up" ? -1 : 1);
      return remember(pill.getBoundingClientRect().top + distance);
    }
    end();
    void sendPage("hideBadge", choice);
  });
  pill.append(menu.element);
  const wasDragged = makeMovable(pill, open, byPerson, remember);
  open.addEventListener(
    "click",
    byPerson(() => {
      if (wasDragged()) return;
      if (current?.frameUrl) toggleFrame(root, open, current, byPerson);
      else void sendPage("openSidebar");
    }),
  );
  addEventListener("resize", () => host.isConnected && place());

  const redraw = (view: BadgeView): void => {
    const text = element("span");
    text.textContent = view.text;
    open.replaceChildren(
      ...(view.recall ? [icon("recall", 14)] : view.figure.kind === "score" ? [icon("star", 13)] : []),
      text,
    );
    open.classList.toggle("warn", view.recall);
    open.setAttribute("aria-label", view.label);
    pill.dir = view.dir;
    menu.name(view);
  };

  return {
    show(view) {
      if (drawn && !host.isConnected) over = true;
      if (over) return;
      current = view;
      drawn = view !== undefined;
      if (!view) return host.remove();
      redraw(view);
      // Last in the document: last in the tab order, and outside what frameworks hydrate.
      if (!host.isConnected) document.documentElement.append(host);
      place();
    },
  };
}
