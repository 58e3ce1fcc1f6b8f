import { expect, type BrowserContext, type Page } from "@playwright/test";
import { closedRoot, type ClosedRoot } from "./closed-root.ts";
import type { Extension } from "./extension.ts";

/** A small whole page. */
export function html({
  title = "Northwind",
  head = "",
  body = "<h1>Northwind</h1><p>Shoes for long days.</p>",
}: { title?: string; head?: string; body?: string } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

export function jsonLd(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data })}</script>`;
}

/** The summary of the brand that most tests look at: 3.4 stars from 128 reviews. */
export const northwind = { subjectKey: "https://northwind.example", count: 128, stars: 3.4 } as const;

export interface Visit {
  readonly page: Page;
  readonly badge: ClosedRoot;
}

/** Opens an address in a new tab and waits until the extension has read it. */
export async function visit(context: BrowserContext, extension: Extension, url: string): Promise<Visit> {
  const page = await context.newPage();
  await page.goto(url);
  await expect.poll(() => extension.tabState(page)).toBeDefined();
  return { page, badge: await closedRoot(page) };
}

export async function badgeAppears({ badge }: Visit): Promise<void> {
  await expect.poll(() => badge.exists()).toBe(true);
}

/** Long enough for a badge that would come after all; drawing one takes a tenth of it. */
export async function badgeStaysAway({ badge, page }: Visit): Promise<void> {
  await page.waitForTimeout(500);
  expect(await badge.exists()).toBe(false);
}
