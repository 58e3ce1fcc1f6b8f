import axe from "axe-core";
import { expect } from "vitest";
import { page } from "vitest/browser";
import "../styles/page.css";
import { databases } from "../databases.ts";

/** Puts an element on an empty page. */
export function mount<E extends HTMLElement>(element: E): E {
  document.body.replaceChildren(element);
  scrollTo(0, 0);
  return element;
}

/** Takes away what the test before left standing, and empties all databases. */
export async function emptyDatabases(): Promise<void> {
  const { personal, community, research } = databases();
  document.body.replaceChildren();
  // An element saves its draft when it goes; that comes first.
  await new Promise((resolve) => setTimeout(resolve));
  for (const db of [personal, community, research]) {
    await Promise.all(db.tables.map((table) => table.clear()));
  }
}

/** Light or dark, whatever the machine prefers. */
export function useTheme(theme: "light" | "dark"): void {
  document.documentElement.style.colorScheme = theme;
}

/** Waits until `read` gives something that is neither undefined, null nor false. */
export async function until<T>(
  read: () => T | Promise<T>,
  what = "what was expected",
): Promise<NonNullable<T>> {
  const deadline = Date.now() + 4_000;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline)
      throw new Error(`${what} did not come:\n${deepText(document.body).slice(0, 1500)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All text that is drawn, through shadow roots. */
export function deepText(root: Node): string {
  if (root instanceof Text) return root.data;
  if (root instanceof HTMLStyleElement) return "";
  const children = [
    ...(root instanceof Element && root.shadowRoot ? [root.shadowRoot] : []),
    ...root.childNodes,
  ];
  return children.map(deepText).join(" ").replaceAll(/\s+/g, " ");
}

/** Elements that match, through shadow roots, in document order. */
export function deepAll<E extends Element = HTMLElement>(
  selector: string,
  root: ParentNode = document.body,
): E[] {
  const found: E[] = [];
  for (const element of root.querySelectorAll("*")) {
    if (element.matches(selector)) found.push(element as E);
    if (element.shadowRoot) found.push(...deepAll<E>(selector, element.shadowRoot));
  }
  return found;
}

/** The first element that matches and whose name or text holds `text`. */
export function find<E extends HTMLElement = HTMLElement>(selector: string, text = ""): E | undefined {
  return deepAll<E>(selector).find((element) =>
    `${element.getAttribute("aria-label") ?? ""} ${deepText(element)}`.includes(text),
  );
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing that axe knows about WCAG 2.2 AA is wrong, in both themes. */
export async function expectAccessible(): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    useTheme(theme);
    // Colours that change slowly on a busy machine are nobody's contrast.
    document.documentElement.style.setProperty("--bt-quick", "0ms");
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { violations } = await axe.run(document.body, {
      // Between the themes nothing but colours differs.
      runOnly: theme === "dark" ? { type: "rule", values: ["color-contrast"] } : standards,
      // The page around the element is the test runner's.
      rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
    );
    expect(found, theme).toEqual([]);
  }
}

/** Nothing is wider than the window: no sideways scrolling at any width. */
export function expectReflow(): void {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
}

/**
 * With `VITE_GALLERY=1` keeps a picture in `out/gallery`, for people to look at; nothing is compared. Always sets
 * the size of the window.
 */
export async function picture(name: string, width = 380, height = 900): Promise<void> {
  await page.viewport(width, height);
  if (!import.meta.env["VITE_GALLERY"]) return;
  await new Promise((resolve) => setTimeout(resolve, 150));
  await page.screenshot({ path: `../out/gallery/${name}.png` });
}
