import { expect, type Locator, type Page } from "@playwright/test";

/** What a person fills in. */
export interface Written {
  readonly stars?: number;
  readonly text?: string;
  readonly nickname?: string;
}

/** The line at the foot of the sidebar that opens the composer. */
export function composerLine(sidebar: Page): Locator {
  return sidebar.getByRole("button", { name: /^(?:Say something about|Draft:)/ });
}

export function textField(sidebar: Page): Locator {
  return sidebar.getByRole("textbox", { name: /^Your (?:review|reply)$/ });
}

/** One row of what is on its way, in the composer or among one's own. */
export function outboxRow(sidebar: Page): Locator {
  return sidebar.locator("bt-composer bt-outbox-row");
}

export async function openComposer(sidebar: Page): Promise<void> {
  await composerLine(sidebar).click();
  await expect(textField(sidebar)).toBeFocused();
}

/** Fills in what is given, as a person with a mouse and a keyboard. */
export async function fill(sidebar: Page, { stars, text, nickname }: Written): Promise<void> {
  // The radio itself is hidden behind its star.
  if (stars)
    await sidebar.getByRole("radio", { name: new RegExp(`^${stars} stars?:`) }).check({ force: true });
  if (text !== undefined) await textField(sidebar).fill(text);
  if (nickname !== undefined) await sidebar.getByRole("textbox", { name: "Name" }).fill(nickname);
}

export async function pressPost(sidebar: Page): Promise<void> {
  await sidebar.getByRole("button", { name: /^(?:Post|Post the change|Reply)$/ }).click();
}

/** Writes and posts; what was signed then waits its minute. */
export async function post(sidebar: Page, written: Written): Promise<void> {
  await openComposer(sidebar);
  await fill(sidebar, written);
  await pressPost(sidebar);
  await expect(outboxRow(sidebar)).toContainText(/sends in \d+ s|waits/i);
}

export async function sendNow(sidebar: Page): Promise<void> {
  await outboxRow(sidebar)
    .getByRole("button", { name: /^Send now/ })
    .click();
}

/** Stands in the composer's place once a server has taken a review about this subject. */
export async function isAccepted(sidebar: Page): Promise<void> {
  await expect(sidebar.getByRole("button", { name: /^You wrote about this/ })).toBeVisible();
}
