import type { BadgeView } from "../../lib/messages/page.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";
import type { ByPerson } from "./by-person.ts";
import { element, icon } from "./draw.ts";
import { toggleFrame } from "./frame.ts";
import { createMenu, type Menu, type MenuChoice } from "./menu.ts";
import { makeMovable } from "./move.ts";
import { freeTop, pillHeight, positionOf, topOf } from "./place.ts";
import { style } from "./style.ts";

/**
 * The pill at the edge of a page, in a closed shadow root. Only events made by a person act. What the page
 * removes stays removed, and what belongs to a version of us that is gone removes itself.
 */
export class Badge {
  readonly #host = document.createElement("backtalk-badge");
  readonly #root = this.#host.attachShadow({ mode: "closed" });
  readonly #open = element("button", { class: "open", type: "button" });
  readonly #pill = element("div", { class: "pill" });
  readonly #menu: Menu;
  readonly #onOrphaned: () => void;
  readonly #wasDragged: () => boolean;
  #view: BadgeView | undefined;
  #drawn = false;
  /** For good in this document: hidden by the person, removed by the page, or orphaned by an update. */
  #over = false;

  /** @param onOrphaned - Called once, when the extension behind this badge is gone. */
  constructor(onOrphaned: () => void) {
    this.#onOrphaned = onOrphaned;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    this.#menu = createMenu(this.#byPerson, (choice) => this.#choose(choice));
    this.#pill.append(this.#open, this.#menu.opener, this.#menu.element);
    this.#root.append(this.#pill);
    this.#wasDragged = makeMovable(this.#pill, this.#open, this.#byPerson, (top) => this.#remember(top));
    this.#open.addEventListener(
      "click",
      this.#byPerson(() => this.#press()),
    );
    addEventListener("resize", () => this.#host.isConnected && this.#place());
  }

  /** Draws or redraws; without a view nothing is drawn until the next call. */
  show(view: BadgeView | undefined): void {
    if (this.#drawn && !this.#host.isConnected) this.#over = true;
    if (this.#over) return;
    this.#view = view;
    this.#drawn = view !== undefined;
    if (!view) return this.#host.remove();
    this.#write(view);
    if (!this.#host.isConnected) {
      // Asking what stands where lays the page out: a pill that moved after that would count as a layout shift.
      this.#pill.hidden = true;
      // Last in the document: last in the tab order, and outside what frameworks hydrate.
      document.documentElement.append(this.#host);
    }
    this.#place();
  }

  readonly #byPerson: ByPerson = (act) => (event) => {
    if (!event.isTrusted) return;
    if (isAlive()) return act(event);
    this.#end();
    this.#onOrphaned();
  };

  #end(): void {
    this.#over = true;
    this.#host.remove();
  }

  #write({ figure, label, recall, dir, text, ...view }: BadgeView): void {
    const words = element("span");
    words.textContent = text;
    const mark = recall ? [icon("recall", 14)] : figure.kind === "score" ? [icon("star", 13)] : [];
    this.#open.replaceChildren(...mark, words);
    this.#open.classList.toggle("warn", recall);
    this.#open.setAttribute("aria-label", label);
    this.#pill.dir = dir;
    this.#menu.name(view);
  }

  #place(): void {
    // Looked through while the page is asked what stands there.
    this.#pill.style.pointerEvents = "none";
    const top = freeTop(topOf(this.#view?.position ?? 0), this.#view?.dir === "rtl");
    this.#pill.style.pointerEvents = "";
    this.#pill.hidden = top === undefined;
    this.#pill.style.top = `${top ?? 0}px`;
    this.#pill.classList.toggle("up", (top ?? 0) > innerHeight / 2);
  }

  #remember(top: number): void {
    const position = positionOf(top);
    if (this.#view) this.#view = { ...this.#view, position };
    this.#place();
    void sendPage("moveBadge", position);
  }

  #choose(choice: MenuChoice): void {
    if (choice === "up" || choice === "down") {
      const distance = 2 * pillHeight * (choice === "up" ? -1 : 1);
      return this.#remember(this.#pill.getBoundingClientRect().top + distance);
    }
    if (choice === "write") {
      // In a frame nothing is written: it shows the way to where one can.
      if (this.#view?.frameUrl) this.#press();
      else void sendPage("talkBack");
      return;
    }
    this.#end();
    void sendPage("hideBadge", choice);
  }

  #press(): void {
    if (this.#wasDragged()) return;
    if (this.#view?.frameUrl) toggleFrame(this.#root, this.#open, this.#view, this.#byPerson);
    else void sendPage("openSidebar");
  }
}
