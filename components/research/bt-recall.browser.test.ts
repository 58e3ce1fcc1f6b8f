import "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-recall.ts";
import { addItems } from "../../lib/db/research-items.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { databases } from "../databases.ts";
import {
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
} from "../testing/mount.ts";
import { aCollection, anItem, sampleNoon } from "../testing/research.ts";
import type { Recall } from "./bt-recall.ts";

beforeEach(emptyDatabases);

/** A recording in which 1,904 posts came by, 30 of them as a match. */
async function recorded(sampleRate: number): Promise<void> {
  await databases().research.sessions.put({
    id: "session-1",
    collection: "returns-study",
    plan: {
      collection: "returns-study",
      keep: { kind: "mentions", confidence: 0.6, brands: [] },
      sites: ["mastodon"],
      sampleRate,
      minutes: 60,
    },
    seed: "0",
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    startedAt: sampleNoon,
    endsAt: sampleNoon + 3_600_000,
    pauses: [],
    seen: 1904,
    kept: 30,
    sampled: 2,
    notPublic: 4,
  });
}

async function open(): Promise<Recall> {
  return mount(Object.assign(document.createElement("bt-recall"), { collection: await aCollection() }));
}

describe("what was missed", () => {
  it("is a way to the sample first, and an estimate once that is coded", async () => {
    await recorded(0.1);
    const { research } = databases();
    const seqs = await addItems(research, [anItem(1, { why: "sample" }), anItem(2, { why: "sample" })]);
    const element = await open();
    const filters: Partial<ItemFilter>[] = [];
    element.addEventListener("bt-filter", (event) => {
      filters.push((event as CustomEvent<{ readonly change: Partial<ItemFilter> }>).detail.change);
    });
    const button = await until(() => find("button", "Show the sample (0 of 2 coded)"), "the way");
    expect(deepText(element)).toContain("2 posts that did not match were kept by chance");
    button.click();
    expect(filters).toEqual([{ why: ["sample"] }]);
    for (const [index, seq] of seqs.entries()) {
      const codes = index === 0 ? ["returns"] : [];
      const coding = { collection: "returns-study", seq: seq ?? 0, coder: "me", codes, note: "" };
      await research.codings.put({ ...coding, codebook: 1, at: sampleNoon });
    }
    // Half of 1,870 that did not match, beside 30 that did.
    await until(() => deepText(element).includes("Missed: about 935 ("), "the estimate");
    expect(deepText(element)).toContain("Found: about 3% (");
    await expectAccessible();
    await picture("research-recall-320", 320, 400);
    expectReflow();
  });

  it("is not spoken of where no recording kept a sample", async () => {
    await recorded(0);
    const element = await open();
    await element.updateComplete;
    await databases().research.sessions.toArray();
    expect(deepText(element).trim()).toBe("");
  });
});
