import type { BadgeView } from "../../lib/messages/page.ts";
import { element } from "./draw.ts";

export type MenuChoice = "once" | "site" | "everywhere" | "up" | "down";

type ByPerson = <E extends Event>(act: (event: E) => void) => (event: E) => void;

const choices = [
  ["once", "hideOnce"],
  ["site", "hideSite"],
  ["everywhere", "hideEverywhere"],
  ["up", "moveUp"],
  ["down", "moveDown"],
] as const satisfies readonly (readonly [MenuChoice, keyof BadgeView])[];

/** The small menu behind the badge's second control, after the ARIA menu-button pattern. */
export function createMenu(
  opener: HTMLButtonElement,
  byPerson: ByPerson,
  choose: (choice: MenuChoice) => void,
): { readonly element: HTMLElement; name(view: BadgeView): void } {
  const items = choices.map(() => element("button", { type: "button", role: "menuitem", tabindex: "-1" }));
  const menu = element("div", { class: "menu", role: "menu" }, ...items);

  const toggle = (open: boolean): void => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const focus = (index: number): void => items.at(index % items.length)?.focus();
  toggle(false);

  opener.addEventListener(
    "click",
    byPerson(() => {
      toggle(menu.hidden);
      if (!menu.hidden) focus(0);
    }),
  );
  for (const [index, [choice]] of choices.entries())
    items[index]?.addEventListener(
      "click",
      byPerson(() => {
        toggle(false);
        opener.focus();
        choose(choice);
      }),
    );
  menu.addEventListener(
    "keydown",
    byPerson((event) => {
      const at = items.indexOf(event.target as HTMLButtonElement);
      const keys: Record<string, () => void> = {
        ArrowDown: () => focus(at + 1),
        ArrowUp: () => focus(at - 1),
        Home: () => focus(0),
        End: () => focus(-1),
        Escape: () => {
          toggle(false);
          opener.focus();
        },
      };
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }),
  );
  // Leaving the menu by Tab or a press elsewhere closes it.
  menu.addEventListener(
    "focusout",
    byPerson((event) => {
      const next = event.relatedTarget as Node | null;
      if (next !== opener && !menu.contains(next)) toggle(false);
    }),
  );

  return {
    element: menu,
    name(view) {
      opener.setAttribute("aria-label", view.hideLabel);
      menu.setAttribute("aria-label", view.hideLabel);
      for (const [index, [, key]] of choices.entries()) {
        const item = items[index];
        if (item) item.textContent = view[key];
      }
    },
  };
}
