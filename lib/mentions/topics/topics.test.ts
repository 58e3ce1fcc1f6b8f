import { describe, expect, it } from "vitest";
import type { Topic, TopicText } from "../../model/topic.ts";
import { longestText } from "./read-text.ts";
import { longestQuote } from "./sentence-span.ts";
import { topicsOf } from "./topics.ts";

function texts(...said: string[]): TopicText[] {
  return said.map((text, index) => ({ id: `t${index}`, text }));
}

function figures(topics: readonly Topic[]): Record<string, number> {
  return Object.fromEntries(
    topics.map((topic) => [topic.kind === "aspect" ? topic.id : topic.label, topic.count]),
  );
}

function quotes(topics: readonly Topic[], id: string, said: readonly TopicText[]): string[] {
  const byId = new Map(said.map(({ id, text }) => [id, text]));
  const topic = topics.find((one) => one.id === id);
  return (topic?.sentences ?? []).map(({ textId, start, end }) => byId.get(textId)?.slice(start, end) ?? "");
}

describe("counts", () => {
  it("are texts, however often one says it", () => {
    const said = texts("The price! The price! Nothing but the price.", "A fair price for what it is.");
    expect(figures(topicsOf(said))).toEqual({ price: 2 });
  });

  it("leave out what a single text says", () => {
    expect(topicsOf(texts("The price is high.", "My cat sleeps on it."))).toEqual([]);
  });

  it("take a longer text that was copied word for word as one voice, and short praise as many", () => {
    const copied = "The delivery took two weeks and when it came at last nobody wanted it any more.";
    expect(topicsOf(texts(copied, copied, `${copied}\n`))).toEqual([]);
    expect(figures(topicsOf(texts("Great quality", "Great quality")))).toEqual({ quality: 2 });
  });

  it("come most first", () => {
    const said = texts("The price is high.", "The price is low. Quality too.", "The price and the quality.");
    expect(topicsOf(said).map(({ id }) => id)).toEqual(["price", "quality"]);
  });

  it("read nothing behind the first stretch of an endless text", () => {
    const late = `${"so ".repeat(longestText / 3 + 1)} the price`;
    expect(topicsOf(texts(late, `${late} is high`))).toEqual([]);
  });
});

describe("sentences", () => {
  it("are quoted whole, with their stops, quotes and emoji", () => {
    const said = texts(
      "We like it. “The price is fair!” 🎉 So we stayed.",
      "Dr. Meyer says the price is fair\nAnd a new line",
      "¿El precio? Muy alto para nosotros",
    );
    expect(quotes(topicsOf(said), "price", said)).toEqual([
      "“The price is fair!” 🎉",
      "Dr. Meyer says the price is fair",
      "¿El precio?",
    ]);
  });

  it("mark every word that counts", () => {
    const said = texts("Cheap, but what a price for the quality", "The price");
    const [first] = topicsOf(said).find(({ id }) => id === "price")?.sentences ?? [];
    const marked = first?.marks.map(({ start, end }) => said[0]?.text.slice(start, end));
    expect(marked).toEqual(["Cheap", "price"]);
  });

  it("without any stop are cut at words around what counts", () => {
    const said = texts(`${"walk on ".repeat(60)}the price ${"walk on ".repeat(60)}`, "The price");
    const [cut] = topicsOf(said)[0]?.sentences ?? [];
    const [quote = ""] = quotes(topicsOf(said), "price", said);
    expect(quote.length).toBeLessThanOrEqual(longestQuote);
    expect(quote).toMatch(/^(walk|on) .* the price .* (walk|on)$/);
    expect(cut?.isCut).toEqual({ before: true, after: true });
  });
});

describe("phrases", () => {
  const soles = texts(
    "The soles came off after a week in town.",
    "I had to glue the soles twice, and the laces too.",
    "My soles are fine but the laces broke at once.",
    "The laces are too short for me.",
    "Nothing but the sole is left of them.",
  );

  it("are words used like nouns that enough texts share, singular and plural as one", () => {
    const topics = topicsOf(soles).filter(({ kind }) => kind === "phrase");
    expect(figures(topics)).toEqual({ soles: 4, laces: 3 });
  });

  it("are several words where people say them together", () => {
    const said = texts(
      "The loyalty card is a joke to me.",
      "I lost my loyalty card and nobody cared.",
      "They never scan the loyalty card at the till.",
    );
    expect(figures(topicsOf(said))).toEqual({ "loyalty card": 3 });
  });

  it("are not the brand's own name", () => {
    const said = texts("The Northwind is mine.", "I like the Northwind a lot.", "He has the Northwind too.");
    expect(figures(topicsOf(said))).toEqual({ Northwind: 3 });
    expect(topicsOf(said, { names: ["Northwind Shoes"] })).toEqual([]);
  });

  it("are not what an aspect counts already", () => {
    const said = texts("The warranty is a joke.", "I have the warranty.", "No warranty for us.");
    expect(figures(topicsOf(said))).toEqual({ warranty: 3 });
  });

  it("are not praise, small words or numbers", () => {
    const said = texts("It was a great thing.", "What a great thing in 2024.", "The great thing is 2024.");
    expect(topicsOf(said)).toEqual([]);
  });
});
