import { closedRoot } from "../support/closed-root.ts";
import { expect, test } from "./fixtures.ts";

const page = (body = "", head = ""): string =>
  `<!doctype html><html lang="en"><head><title>Northwind</title>${head}</head><body><h1>Northwind</h1>${body}</body></html>`;

test("a brand's own site shows its figure in the badge and the toolbar", async ({
  backtalk,
  context,
  sites,
}) => {
  await backtalk.seed({ subjectKey: "https://northwind.example", count: 128, stars: 3.4 });
  sites.serve("www.northwind.example", page());
  const tab = await context.newPage();
  await tab.goto("https://www.northwind.example/");
  const badge = await closedRoot(tab);
  await expect.poll(() => badge.exists()).toBe(true);
  expect(await badge.mode()).toBe("closed");
  expect(await badge.text(".open")).toBe("3.4 · 128");
  expect(await backtalk.toolbar(tab)).toEqual({
    text: "128",
    title: "Northwind: 3.4 of 5 stars from 128 reviews",
  });
});
