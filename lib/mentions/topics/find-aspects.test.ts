import { describe, expect, it } from "vitest";
import { aspectIds } from "../../model/topic.ts";
import { findAspects } from "./find-aspects.ts";
import { TextReader } from "./read-text.ts";
import {
  dutch,
  english,
  french,
  german,
  italian,
  type Labelled,
  others,
  spanish,
} from "./sentences.fixture.ts";
import { Vocabulary } from "./vocabulary.ts";

function aspectsIn(text: string, lang?: string): string[] {
  const reader = new TextReader(new Vocabulary());
  reader.read(text, lang);
  return [...new Set(findAspects(reader).map(({ aspect }) => aspectIds[aspect] ?? "?"))].toSorted();
}

const fixtures: Readonly<Record<string, readonly Labelled[]>> = {
  english,
  german,
  french,
  spanish,
  italian,
  dutch,
  others,
};

describe.each(Object.entries(fixtures))("%s", (_, sentences) => {
  it.each(sentences)("%s", (text, ...aspects) => {
    expect(aspectsIn(text)).toEqual(aspects.toSorted());
  });
});

describe("the words that count", () => {
  it("meet in any case and with or without accents", () => {
    expect(aspectsIn("LA QUALITE EST AU RENDEZ-VOUS DANS CE MAGASIN")).toEqual(["quality"]);
    expect(aspectsIn("DELIVERY was a joke")).toEqual(["delivery"]);
  });

  it("are found in tags, and neither in addresses nor in names of accounts", () => {
    expect(aspectsIn("So much for #CustomerService here")).toEqual(["service"]);
    expect(aspectsIn("Ask @delivery_service or see https://price.example/quality of what we saw")).toEqual(
      [],
    );
  });

  it("do not run across the end of a sentence or a comma", () => {
    expect(aspectsIn("This was built well. Made by hand by my uncle.")).toEqual([]);
    expect(aspectsIn("When it rains, log, in that case, what you see")).toEqual([]);
  });

  it("stay when a look-alike is shorter than they are", () => {
    expect(aspectsIn("I returned to Rome after that")).toEqual([]);
    expect(aspectsIn("I returned to the store with it")).toEqual(["returns"]);
  });

  it("belong to the language of the text: 'sale' is dirty in French alone", () => {
    expect(aspectsIn("La chambre est sale et froide")).toEqual(["cleanliness"]);
    expect(aspectsIn("There was a big sale at the mall that day")).toEqual([]);
  });

  it("are those of the language that the text says it is in", () => {
    expect(aspectsIn("Service", "de-AT")).toEqual(["service"]);
    expect(aspectsIn("Service", "sv")).toEqual([]);
  });
});
