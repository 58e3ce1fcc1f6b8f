import { AxeBuilder } from "@axe-core/playwright";
import type { Journey } from "../support/journey.ts";
import { answer, putTalk, thread } from "../support/talk-world.ts";
import { expect, test, type Page } from "./fixtures.ts";

const article = "https://news.example/soles";
const said = (text: string): { kind: "paragraph"; runs: { text: string }[] }[] => [
  { kind: "paragraph", runs: [{ text }] },
];

/** The sidebar about a brand's own page, with Talk in front. */
async function openTalk(journey: Journey): Promise<Page> {
  const sidebar = await journey.sidebarAbout(journey.serveBrand("northwind.example", "Northwind"));
  await sidebar.getByRole("tab", { name: "Talk" }).click();
  return sidebar;
}

/** What axe finds wrong, and how far the page scrolls sideways, at 320 px. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 720 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ];
}

test("nothing is asked by looking: one button, and what the daily file tells", async ({
  backtalk,
  journey,
}) => {
  const own = await backtalk.page();
  const title = {
    source: "hackernews",
    title: "Northwind opens its manuals",
    url: "https://news.example/item/5",
  };
  await putTalk(own, {
    dailyBrands: [
      {
        feed: "https://feed.example",
        brandId: "northwind.example",
        day: "2026-05-03",
        facts: [],
        threads: { hackernews: 41 },
        titles: [title],
      },
    ],
  });
  const sidebar = await openTalk(journey);
  await expect(sidebar.getByRole("heading", { name: /^What is said about .+ elsewhere$/ })).toBeVisible();
  await expect(sidebar.getByRole("button", { name: "Search", exact: true })).toBeEnabled();
  await expect(sidebar.getByText(/In the daily file: 41 on /)).toBeVisible();
  const link = sidebar.getByRole("link", { name: "Northwind opens its manuals" });
  await expect(link).toHaveAttribute("href", title.url);
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  expect(await faults(sidebar)).toEqual([]);
  const asked = journey.sites.seen.filter(({ host }) => host !== "northwind.example");
  expect(asked).toEqual([]);
});

test("answers appear as they come, merged; a conversation is read here and Esc leads back", async ({
  backtalk,
  journey,
}) => {
  const own = await backtalk.page();
  const first = thread("alpha", "1", {
    title: "Soles come off after two months",
    about: article,
    replies: 40,
  });
  await putTalk(own, { answers: [answer("alpha", { state: "asked" }), answer("beta", { state: "asked" })] });
  const sidebar = await openTalk(journey);
  await expect(sidebar.getByText("0 of 2 places have answered")).toBeVisible();
  await expect(sidebar.getByRole("progressbar", { name: "Progress of the search" })).toBeVisible();

  await putTalk(own, {
    answers: [
      answer("alpha", { threads: [first, thread("alpha", "2", { title: "supra for boy", replies: 0 })] }),
    ],
    conversations: [
      {
        key: first.key,
        brandId: "northwind.example",
        conversation: {
          thread: first,
          body: said("They came off on a Tuesday."),
          comments: [{ id: "c", author: "ann", body: said("Mine did, too.") }],
          isWhole: true,
        },
        at: Date.now(),
        usedAt: Date.now(),
        size: 1,
      },
    ],
  });
  await expect(sidebar.getByText("1 of 2 places have answered").first()).toBeVisible();
  await expect(sidebar.getByRole("article")).toHaveCount(1);

  const other = thread("beta", "9", {
    title: "Soles",
    about: `http://www.news.example/soles/?utm_source=b`,
    replies: 2,
  });
  await putTalk(own, { answers: [answer("beta", { threads: [other] })] });
  await expect(sidebar.getByText(/from 2 places/)).toBeVisible();
  const story = sidebar.getByRole("article");
  await expect(story).toHaveCount(1);
  await expect(story.getByRole("button", { name: /^beta\s+2 replies/ })).toBeVisible();
  await sidebar.getByRole("button", { name: "1 that looks like advertising" }).click();
  await expect(sidebar.getByText("Its title is made of search words.")).toBeVisible();

  const title = story.getByRole("button", { name: "Soles come off after two months" }).first();
  await title.focus();
  await sidebar.keyboard.press("Enter");
  await expect(sidebar.getByText("They came off on a Tuesday.")).toBeVisible();
  await expect(sidebar.getByText("Mine did, too.")).toBeVisible();
  await expect(sidebar.getByRole("heading", { name: "Soles come off after two months" })).toBeFocused();
  expect(await faults(sidebar)).toEqual([]);
  await sidebar.keyboard.press("Escape");
  await expect(title).toBeFocused();
  expect(await faults(sidebar)).toEqual([]);
});

test("offline, what is here stays readable and says how old it is", async ({
  backtalk,
  context,
  journey,
}) => {
  const own = await backtalk.page();
  const at = Date.now() - 3 * 3_600_000;
  await putTalk(own, { answers: [answer("alpha", { at, threads: [thread("alpha", "1")] })] });
  const sidebar = await openTalk(journey);
  await context.setOffline(true);
  await expect(sidebar.getByText("Offline: nothing can be asked now.")).toBeVisible();
  await expect(sidebar.getByText("As of 3 hours ago, from 1 place")).toBeVisible();
  await expect(sidebar.getByRole("article")).toHaveCount(1);
  await expect(sidebar.getByRole("button", { name: "Search again" })).toBeDisabled();
});
