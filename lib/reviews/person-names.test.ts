import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givenNames } from "./given-names.ts";
import { privateDataIn } from "./private-data.ts";

const persons = (text: string, about?: string): readonly string[] =>
  privateDataIn(text, about)
    .filter(({ kind }) => kind === "person")
    .map(({ text }) => text);

describe("a person's name is found", () => {
  it.each([
    // By a title.
    ["Mr Smith", "Mr Smith hung up on me twice."],
    ["Mrs. O’Brien", "The branch is run by Mrs. O’Brien, who was kind."],
    ["Dr. van den Berg", "I waited two hours for Dr. van den Berg."],
    ["Herr Özdemir", "Am Telefon war Herr Özdemir, sehr geduldig."],
    ["Frau Dr. Weiß", "Ein Lob an Frau Dr. Weiß!"],
    ["Frau Schmidt", "Ich habe mit Frau Schmidt telefoniert."],
    ["Mme Lefèvre", "Merci à Mme Lefèvre pour son aide."],
    ["M. Dupont", "J’ai parlé avec M. Dupont, sans succès."],
    ["señora García", "Hablé con la señora García tres veces."],
    ["Sr. Martínez", "Pregunté por el Sr. Martínez."],
    ["signora Rossi", "La signora Rossi non risponde mai."],
    ["Dott.ssa Bianchi", "Ringrazio la Dott.ssa Bianchi."],
    ["meneer de Vries", "Volgens meneer de Vries was er niets aan te doen."],
    ["pani Nowak", "Rozmawiałem z pani Nowak."],
    ["Pan Kowalski", "Pan Kowalski obiecał zwrot."],
    // By what the person does there, or by how the writer came to know them.
    ["Anna Kowalska", "Anna Kowalska from support promised a refund."],
    ["Anna Kowalska", "Anna Kowalska z działu obsługi nie odpisuje."],
    ["John P. Miller", "I spoke to John P. Miller and he laughed."],
    ["Karen Jones", "Ask for Karen Jones, she knows the stock."],
    ["Peter Hughes", "Peter Hughes told me it cannot be repaired."],
    ["Linda de Graaf", "Linda de Graaf was very rude."],
    ["Sabine Krause", "Sabine Krause vom Kundendienst hat nie zurückgerufen."],
    ["Jürgen Vogel", "Der Mitarbeiter Jürgen Vogel war überfordert."],
    ["Julien Moreau", "Le vendeur Julien Moreau m’a insulté."],
    ["Lucía Fernández", "Me atendió Lucía Fernández."],
    ["Marco De Luca", "Il responsabile Marco De Luca ha riso."],
    ["Femke Bakker", "Geholpen door medewerkster Femke Bakker."],
    ["Anna Berg", "Best regards, Anna Berg"],
    ["Jean-Luc Picard", "I am Jean-Luc Picard and I want my money back."],
  ])("%s", (name, text) => {
    expect(persons(text)).toEqual([name]);
  });

  it("each once, and beside other private data", () => {
    const text = "Mrs Doe and Mr Roe, jo@mail.example, never wrote back.";
    expect(privateDataIn(text).map(({ kind }) => kind)).toEqual(["person", "person", "email"]);
  });
});

describe("no alarm", () => {
  it.each([
    [
      "brands called like persons",
      "I spoke to Paul Smith support; Ted Baker from the store is worse than Tom Tailor.",
    ],
    ["brands with a title", "Dr. Martens, Dr Pepper, Mr. Clean, Mrs. Meyer’s and Mr Porter were helpful."],
    ["figures", "Mr. Bean and Miss Piggy on a mug, Harry Potter told me so."],
    ["products", "My VW Polo, the Max Air and an Emma One mattress."],
    ["first names alone", "Anna from support was great, ask for John. Thanks to Maria!"],
    ["names alone", "Stephen Hawking and Maria Callas are on the cover."],
    ["places", "Called from San Antonio Texas, the San Diego store was rude."],
    ["streets", "They moved to 12 Sunset Dr Los Angeles."],
    ["sentence beginnings", "Miss This One And You Save. Mark Items First. Frank Opinion: was helpful."],
    ["wives", "Für meine Frau Schuhe gekauft. Die Frau Kaffee, der Mann Tee."],
    ["a pan", "The pan Teflon coating came off, Pan Pizza was good."],
    ["initials", "H. M. Temple wrote the manual."],
    ["senior posts", "He is a John Deere Sr. Manager."],
    ["shops called by a first name", "I went to Charlotte Airport and asked at Victor Hotel, was rude."],
    ["titles of honour", "Mr President and Herr Ober, please."],
    ["Mr T", "Mr T and Ms. Y were there."],
    ["handles and addresses", "See @Mr Smithson, x.example/Mr and mr smith"],
  ])("for %s", (_, text) => {
    expect(persons(text)).toEqual([]);
  });

  it("for the brand that the review is about, whatever it is called", () => {
    const text = "I spoke to Petra Lindgren support. Dr. Smile was rude, Mr Lindgren too.";
    expect(persons(text)).toEqual(["Petra Lindgren", "Dr. Smile", "Mr Lindgren"]);
    expect(persons(text, "Petra Lindgren Design")).toEqual(["Dr. Smile", "Mr Lindgren"]);
    expect(persons(text, "Dr. Smile")).toEqual(["Petra Lindgren", "Mr Lindgren"]);
  });
});

it("has every first name once, as a pattern takes it", () => {
  expect(new Set(givenNames).size).toBe(givenNames.length);
  expect(givenNames.filter((name) => !/^\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?$/u.test(name))).toEqual([]);
});

// No clock: a pattern that backtracks without bound would outlast the test itself.
it("any mixture of what names are made of is read to its end, and every find is a piece of it", () => {
  const piece = fc.constantFrom(
    "Mr ",
    "Dr. ",
    "Frau ",
    "M. ",
    "Sr. ",
    "von ",
    "de ",
    "der ",
    "la ",
    "Anna",
    "Jean",
    "-",
    "Luc",
    " ",
    "\u00A0",
    "A. ",
    "from ",
    "the ",
    "support",
    " told",
    " was very very ",
    "spoke to with ",
    "X",
    "’",
    "É",
    "aaaa",
    "Aaaa",
    "名",
    ",",
    "\n",
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 60 }), (part, times) => {
      const whole = part.repeat(times);
      for (const { at, text } of privateDataIn(whole)) expect(whole.slice(at, at + text.length)).toBe(text);
    }),
  );
});
