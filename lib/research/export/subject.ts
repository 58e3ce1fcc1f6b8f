import type { ResearchItem } from "../../model/research/item.ts";

const longest = 80;

/** One line that stands for an item: the title of its page, else how its text begins. */
export function subjectOf({ title, text }: ResearchItem): string {
  const line = (title ?? text).replaceAll(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}
