import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-own-reviews.ts";
import type { SubjectTab } from "./bt-subject-view.ts";
import "./bt-subject-view.ts";
import type { OwnReviewsCheck } from "../lib/model/own-reviews-check.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { Summary } from "../lib/model/summary.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";

const may3 = 20_576;
const praise = "Best shoes ever, my whole family loves them and delivery was quick as well.";
const bought: OwnReviewsCheck = {
  shown: 40,
  isCut: false,
  claimed: { value: 4.8, best: 5, count: 2314 },
  facts: {
    rated: 40,
    fives: 24,
    ones: 3,
    mean: 4.1,
    withoutText: 2,
    dated: 38,
    verified: 12,
    spreadMean: 4.2,
  },
  findings: [
    {
      kind: "alike",
      params: { count: 9, groups: 1 },
      examples: [
        [
          { author: "happy1000", day: may3, stars: 5, text: praise },
          { author: "happy1037", day: may3, stars: 5, text: `${praise} Really.` },
        ],
      ],
    },
    {
      kind: "burst",
      params: { count: 9, from: may3, to: may3 + 1, usual: 1 },
      examples: [[{ text: praise }]],
    },
    { kind: "mean", params: { claimed: 4.8, mean: 4.1, rated: 40 }, examples: [] },
  ],
};
const brand = brandPage.resolution.brand as PageSubject;
const summary: Summary = {
  subjectKey: brand.keys[0]!,
  count: 12,
  stars: [1, 1, 2, 3, 5],
  rated: 12,
  ratingSum: 850,
  withText: 10,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 1_767_000_000,
};

function show(check: OwnReviewsCheck): HTMLElementTagNameMap["bt-own-reviews"] {
  return mount(Object.assign(document.createElement("bt-own-reviews"), { check }));
}

async function textOf(check: OwnReviewsCheck): Promise<string> {
  const card = show(check);
  await card.updateComplete;
  return deepText(card);
}

beforeEach(() => {
  fakeBrowser.reset();
  commands.length = 0;
});
afterEach(async () => {
  useLanguage("en", "ltr");
  delete background.readOwnReviews;
  await emptyDatabases();
});

describe("the reviews that a page itself shows", () => {
  it("are told of: how many, what is unusual, and by what measure; never that one is false", async () => {
    const text = await textOf(bought);
    expect(text).toContain("We looked at the 40 reviews shown here; the page counts 2,314.");
    expect(text).toContain("9 say nearly the same in the same words.");
    expect(text).toContain("9 came between May 3, 2026 and May 4, 2026, with other stars than the rest.");
    const oneDay = { ...bought.findings[1]!, params: { ...bought.findings[1]!.params, to: may3 } };
    expect(await textOf({ ...bought, findings: [oneDay] })).toContain(
      "9 came on May 3, 2026, with other stars",
    );
    expect(text).toContain("The page claims 4.8; the 40 shown with stars have 4.1 on average.");
    expect(text).toContain("Five stars: 60%, one star: 8%");
    expect(text).toContain("Called verified by the page: 12. Nobody else checked.");
    expect(text).toContain("We saw only what this page shows");
    expect(text).not.toMatch(/fake/i);
    await picture("own-reviews", 400, 640);
    await expectAccessible();
  });

  it("can be read where they are meant, by keyboard too", async () => {
    show(bought);
    const line = await until(() => find("summary", "9 say nearly"), "the line");
    const quote = find("blockquote", praise)!;
    expect(quote.checkVisibility()).toBe(false);
    line.focus();
    line.click();
    await until(() => quote.checkVisibility(), "the quotes");
    expect(deepAll("bdi").map((name) => name.textContent)).toContain("happy1037");
    await picture("own-reviews-open", 400, 800);
    await expectAccessible();
  });

  it("that have nothing unusual are said to", async () => {
    expect(await textOf({ ...bought, findings: [] })).toContain("Nothing unusual about them.");
  });

  it("are only counted where there are fewer than five", async () => {
    const text = await textOf({ shown: 3, isCut: false, findings: [] });
    expect(text).toContain("We looked at the 3 reviews shown here. Of fewer than 5 nothing can be told.");
    expect(text).not.toContain("unusual");
  });

  it("are asked for again once the person has scrolled to them", async () => {
    const card = show({
      shown: 0,
      isCut: false,
      claimed: { value: 4.8, best: 5, count: 2314 },
      findings: [],
    });
    await card.updateComplete;
    expect(deepText(card)).toContain("The page counts 2,314 reviews and shows none yet.");
    let asked = 0;
    card.addEventListener("bt-own-again", () => (asked += 1));
    find<HTMLButtonElement>("button", "Look again")!.click();
    expect(asked).toBe(1);
    await expectAccessible();
  });

  it("are not spoken of where there are none, and none are claimed", async () => {
    expect((await textOf({ shown: 0, isCut: false, findings: [] })).trim()).toBe("");
  });

  it("fit into the narrowest sidebar, whatever they say, from right to left too", async () => {
    const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik".repeat(5);
    const [alike, ...rest] = bought.findings;
    const examples = [[{ author: long, text: long, stars: 5, day: may3 }]];
    useLanguage("ar", "rtl");
    show({ ...bought, findings: [{ ...alike!, examples }, ...rest] });
    (await until(() => find("summary", ""), "the line")).click();
    useTheme("light");
    await picture("own-reviews-narrow", 320, 900);
    expectReflow();
  });
});

function view(): HTMLElementTagNameMap["bt-subject-view"] {
  const fields = { subject: brand, state: brandPage, summary, tab: "talk" as SubjectTab };
  const element = mount(Object.assign(document.createElement("bt-subject-view"), fields));
  element.addEventListener("tab", (event) => {
    element.tab = (event as CustomEvent<SubjectTab>).detail;
  });
  return element;
}

describe("beside our own figure", () => {
  it("stands what was seen on the page in a line, which leads to the rest of it", async () => {
    background.readOwnReviews = async () => ({ ok: true, value: bought });
    view();
    const line = await until(() => find<HTMLButtonElement>("button", "We looked at"), "the line");
    expect(deepText(line).trim()).toBe("We looked at the 40 shown here: 9 alike and 9 in one burst");
    await picture("own-reviews-in-score", 400, 700);
    line.click();
    const heading = await until(() => find("bt-own-reviews h2, h2", "Reviews on this page"), "the card");
    await until(() => (heading.getRootNode() as ShadowRoot).activeElement === heading, "the focus");
    useTheme("light");
    await picture("own-reviews-in-overview", 400, 900);
  });

  it("stands nothing where the page shows too few, or cannot be read", async () => {
    background.readOwnReviews = async () => ({ ok: true, value: { shown: 3, isCut: false, findings: [] } });
    view();
    await until(() => commands.some(({ name }) => name === "readOwnReviews"));
    await until(() => find("bt-score-card", "12 reviews"), "the figure");
    expect(find("button", "We looked at")).toBeUndefined();
  });

  it("is read again on demand, and shows what came", async () => {
    background.readOwnReviews = async () => ({ ok: true, value: { ...bought, shown: 5, findings: [] } });
    Object.assign(view(), { tab: "overview" });
    const again = await until(() => find<HTMLButtonElement>("button", "Look again"), "the button");
    background.readOwnReviews = async () => ({ ok: true, value: bought });
    again.click();
    await until(() => find("bt-own-reviews", "40 reviews shown"), "the new count");
  });
});

const parts = (): string[] => deepAll("bt-own-reviews, bt-page-facts").map(({ localName }) => localName);

function emptyView(): void {
  const nobody = { ...summary, count: 0, rated: 0, stars: [0, 0, 0, 0, 0] as const };
  Object.assign(view(), { tab: "overview", summary: nobody });
}

describe("where nobody has written here", () => {
  it("leads, because it says most", async () => {
    background.readOwnReviews = async () => ({ ok: true, value: bought });
    emptyView();
    await until(() => find("bt-own-reviews", "9 say nearly the same"), "what was seen");
    expect(parts()).toEqual(["bt-own-reviews", "bt-page-facts"]);
  });

  it("stays where it is when it is looked at again, and the button keeps the focus", async () => {
    const none = { shown: 0, isCut: false, claimed: { value: 4.8, best: 5, count: 40 }, findings: [] };
    background.readOwnReviews = async () => ({ ok: true, value: none });
    emptyView();
    const again = await until(() => find<HTMLButtonElement>("button", "Look again"), "the button");
    expect(parts()).toEqual(["bt-page-facts", "bt-own-reviews"]);
    background.readOwnReviews = async () => ({ ok: true, value: bought });
    again.focus();
    again.click();
    await until(() => find("bt-own-reviews", "40 reviews shown"), "the new count");
    expect(parts()).toEqual(["bt-page-facts", "bt-own-reviews"]);
    expect((again.getRootNode() as ShadowRoot).activeElement).toBe(again);
  });
});
