import type { BadgeView } from "../../lib/messages/page.ts";
import type { ByPerson } from "./by-person.ts";
import { element, icon } from "./draw.ts";

export type MenuChoice = "write" | "once" | "site" | "everywhere" | "up" | "down";

type Words = Pick<
  BadgeView,
  "hideLabel" | "write" | "hideOnce" | "hideSite" | "hideEverywhere" | "moveUp" | "moveDown"
>;

const choices = [
  ["write", "write"],
  ["once", "hideOnce"],
  ["site", "hideSite"],
  ["everywhere", "hideEverywhere"],
  ["up", "moveUp"],
  ["down", "moveDown"],
] as const satisfies readonly (readonly [MenuChoice, keyof Words])[];

export interface Menu {
  readonly opener: HTMLButtonElement;
  readonly element: HTMLElement;
  name(words: Words): void;
}

/** The badge's second control and the small menu behind it, after the ARIA menu-button pattern. */
export function createMenu(byPerson: ByPerson, choose: (choice: MenuChoice) => void): Menu {
  const opener = element(
    "button",
    { class: "more", type: "button", "aria-haspopup": "menu" },
    icon("close", 12),
  );
  const items = choices.map(() => element("button", { type: "button", role: "menuitem", tabindex: "-1" }));
  const menu = element("div", { class: "menu", role: "menu" }, ...items);
  const show = (open: boolean): void => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const close = (): void => {
    show(false);
    opener.focus();
  };
  show(false);

  opener.addEventListener(
    "click",
    byPerson(() => {
      show(menu.hidden !== false);
      if (!menu.hidden) items[0]?.focus();
    }),
  );
  for (const [index, [choice]] of choices.entries())
    items[index]?.addEventListener(
      "click",
      byPerson(() => {
        close();
        choose(choice);
      }),
    );
  menu.addEventListener("keydown", byPerson(moveFocus(items, close)));
  // Leaving the menu by Tab or a press elsewhere closes it.
  menu.addEventListener(
    "focusout",
    byPerson((event) => {
      const next = event.relatedTarget as Node | null;
      if (next !== opener && !menu.contains(next)) show(false);
    }),
  );

  return {
    opener,
    element: menu,
    name(words) {
      opener.setAttribute("aria-label", words.hideLabel);
      menu.setAttribute("aria-label", words.hideLabel);
      for (const [index, [, key]] of choices.entries()) items[index]!.textContent = words[key];
    },
  };
}

function moveFocus(items: readonly HTMLElement[], close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) close();
    else items.at(to % items.length)?.focus();
  };
}
