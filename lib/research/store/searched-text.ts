import type { Coding } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";

/** What full-text search looks at of an item. */
export function searchedText({ title, text }: ResearchItem, coding: Coding | undefined): readonly string[] {
  return [text, title ?? "", coding?.note ?? ""].filter((field) => field !== "");
}
