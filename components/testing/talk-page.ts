import type { AnswerRow } from "../../lib/db/answers.ts";
import { databases } from "../databases.ts";
import { deepAll, deepText, find, mount, until } from "./mount.ts";
import { brandPage } from "./tab-states.ts";

const brand = brandPage.resolution.brand!;
type Talk = HTMLElementTagNameMap["bt-talk"];

/** Talk about a brand, in the page. */
export function showTalk(changes: Partial<Pick<Talk, "readonly" | "isPrivate" | "subject">> = {}): Talk {
  return mount(Object.assign(document.createElement("bt-talk"), { subject: brand, ...changes }));
}

export async function putAnswers(...rows: readonly AnswerRow[]): Promise<void> {
  await databases().community.answers.bulkPut(rows);
}

/** Presses a button by its words, once it is there. */
export async function press(text: string): Promise<void> {
  (await until(() => find("button", text), text)).click();
}

/** Titles of the stories, in their order. */
export function storyTitles(): readonly string[] {
  return deepAll(".title").map((title) => deepText(title).trim());
}
