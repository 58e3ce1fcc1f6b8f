import { fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-listening.ts";
import { databases } from "./databases.ts";
import {
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
import { answeredReview, provenBrand } from "./testing/official.ts";
import { brandUri, say } from "./testing/world.ts";

function open(): HTMLElement {
  return mount(
    Object.assign(document.createElement("bt-listening"), {
      brandId: "northwind.example",
      keys: [brandUri],
    }),
  );
}

const shown = async (): Promise<string> =>
  deepText(await until(() => find("section", "Does it listen?"), "the card"));

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

describe("does it listen?", () => {
  it("says how much was answered, how soon, and what that settled", async () => {
    const brand = await provenBrand();
    const { community } = databases();
    await answeredReview(brand, { afterDays: 1, isSettled: true, opinion: "Torn." });
    await answeredReview(brand, { afterDays: 3, opinion: "Too small." });
    await answeredReview(brand, { afterDays: 5, opinion: "Late." });
    for (let index = 0; index < 5; index += 1)
      await say(community, { stars: 4, opinion: `Fine, number ${index}.`, daysAgo: 20 });
    await say(community, { stars: 4, daysAgo: 20 });
    open();
    const text = await shown();
    expect(text).toContain("Answered 3 of 8 reviews with words (38%)");
    expect(text).toContain("Half of them within 3 days");
    expect(text).toContain("Settled 1 of 3, as their writers say");
    expect(text).toContain("keys that northwind.example has proven");
    useTheme("light");
    await picture("listening-light", 400, 240);
    useTheme("dark");
    await picture("listening-dark", 400, 240);
    await picture("listening-320", 320, 260);
    expectReflow();
    await expectAccessible();
  });

  it("gives the numbers and no share where there are too few", async () => {
    const brand = await provenBrand();
    await answeredReview(brand);
    await say(databases().community, { stars: 4, opinion: "Fine.", daysAgo: 2 });
    open();
    const text = await shown();
    expect(text).toContain("Too few to say: 2 reviews with words, 1 of them answered.");
    expect(text).not.toContain("%");
  });

  it("tells of a brand that never answered", async () => {
    await provenBrand();
    for (let index = 0; index < 6; index += 1)
      await say(databases().community, { stars: 1, opinion: `Hello? ${index}`, daysAgo: index });
    open();
    const text = await shown();
    expect(text).toContain("0 of 6 reviews with words (0%)");
    expect(text).not.toMatch(/Half|Settled/);
  });

  it("says nothing of a brand whose last proof is gone", async () => {
    await provenBrand();
    await say(databases().community, { stars: 4, opinion: "Fine.", daysAgo: 2 });
    const card = open();
    await shown();
    await databases().community.officialKeys.clear();
    await until(() => deepText(card).trim() === "", "nothing");
  });
});
