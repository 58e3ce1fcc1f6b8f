import { describe, expect, it, vi } from "vitest";
import type { Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { Mention } from "../model/mention.ts";
import type { Found } from "./define-source.ts";
import { reallyAbout } from "./really-about.ts";

const brand = {
  brandId: "target.example",
  names: ["Target", "Target Stores"],
  domains: ["target.example"],
  isKnown: true,
};
const thread = { key: "t" } as Thread;
const fact = { key: "f" } as Fact;

/** Reads the brand wherever "Target store" stands, and is unsure about "target". */
const find = vi.fn(async (text: string): Promise<Mention[]> => {
  const confidence = text.includes("Target store") ? 0.9 : text.includes("arget") ? 0.3 : 0;
  return confidence > 0 ? [{ brandId: "target.example", confidence } as unknown as Mention] : [];
});
const finder = async (): Promise<{ find: typeof find }> => ({ find });

async function kept(found: Partial<Found>, about = brand): Promise<number> {
  const { threads, facts } = await reallyAbout({ threads: [], facts: [], ...found }, about, finder);
  return threads.length + facts.length;
}

describe("what people say", () => {
  it.each([
    ["names the brand, by the mention finder", [], ["a Target store"], 1],
    ["holds its name as another word", [], ["we hit our target"], 0],
    ["names somebody else", [], ["another shop"], 0],
    ["links to the brand", ["https://www.target.example/x"], [], 1],
    ["links to one that looks like it", ["https://nottarget.example/"], [], 0],
  ])("%s", async (_name, links, texts, count) => {
    expect(await kept({ threads: [{ value: thread, links, texts }] })).toBe(count);
  });

  it("of a brand that the directory does not know is held to the name as written", async () => {
    find.mockClear();
    const unknown = { ...brand, isKnown: false };
    expect(await kept({ threads: [{ value: thread, links: [], texts: ["Target is fine"] }] }, unknown)).toBe(
      1,
    );
    expect(await kept({ threads: [{ value: thread, links: [], texts: ["off target"] }] }, unknown)).toBe(0);
    expect(find).not.toHaveBeenCalled();
  });
});

describe("what a record says", () => {
  it.each([
    ["a company of that name", ["TARGET CORP"], 1],
    ["another of its names", ["Target Stores Inc."], 1],
    ["a product that is called after several words of its name", ["Target Stores Garden Chair"], 1],
    ["the same words in a sentence", ["for target stores garden chairs"], 0],
    ["a word that is the name", ["target practice kit"], 0],
    ["a thing of another maker", ["Magnetic Target Game"], 0],
    ["another company whose name begins so", ["Target Sports Inc."], 0],
    ["a name that can be nothing else, by the mention finder", ["Target store brand swings"], 1],
    ["somebody else", ["Walmart"], 0],
    ["nothing", [], 0],
  ])("%s", async (_name, texts, count) => {
    expect(await kept({ facts: [{ value: fact, links: [], texts }] })).toBe(count);
  });

  it("of a name with signs or digits is held to the name, because it is no word", async () => {
    const signed = { ...brand, names: ["H&M"] };
    expect(await kept({ facts: [{ value: fact, links: [], texts: ["H&M sleepwear sets"] }] }, signed)).toBe(
      1,
    );
  });

  it("of a brand that the directory does not know is held to the name as written", async () => {
    const unknown = { ...brand, isKnown: false };
    expect(await kept({ facts: [{ value: fact, links: [], texts: ["Target swings"] }] }, unknown)).toBe(1);
  });
});
