import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { privateDataIn, type PrivateDataKind } from "./private-data.ts";

describe("private data is found", () => {
  it.each<[PrivateDataKind, string, string]>([
    ["email", "ida.berg+shop@mail.example", "Write to ida.berg+shop@mail.example, please."],
    ["email", "søren@firma.dk.example", "(søren@firma.dk.example)"],
    ["phone", "+49 151 12345678", "Ruft mich an: +49 151 12345678."],
    ["phone", "+33 6 12 34 56 78", "Mon numéro +33 6 12 34 56 78 ne marche pas"],
    ["phone", "06 12 34 56 78", "Appelez le 06 12 34 56 78"],
    ["phone", "0151/12345678", "erreichbar unter 0151/12345678"],
    ["phone", "(212) 555-0142", "They rang (212) 555-0142 twice"],
    ["phone", "212-555-0142", "ask for Ann, 212-555-0142"],
    ["phone", "020 7946 0958", "London office 020 7946 0958"],
    ["phone", "090-1234-5678", "電話は090-1234-5678です"],
    ["phone", "612 345 678", "mi móvil: 612 345 678"],
    ["phone", "054-123-4567", "טלפון 054-123-4567"],
    ["phone", "0800-1234567", "Ich war bei 0800-1234567 in der Schleife"],
    ["order-number", "48291733", "My order 48291733 never came."],
    ["order-number", "A-2023-99812", "Bestellnummer: A-2023-99812"],
    ["order-number", "302-1234567-7654321", "siehe 302-1234567-7654321"],
    ["order-number", "FR889123", "commande n° FR889123 jamais reçue"],
    ["order-number", "7788123", "pedido nº 7788123"],
    ["order-number", "1234567", "注文番号1234567がまだ届かない"],
    ["order-number", "90012345", "customer no. 90012345"],
    ["order-number", "JD014600006281", "tracking JD014600006281"],
    ["plate", "AB12 CDE", "the van AB12 CDE blocked us"],
    ["plate", "AA-123-BB", "le camion AA-123-BB"],
    ["plate", "B-AB 1234", "Kennzeichen B-AB 1234"],
    ["plate", "1234 BCD", "matrícula 1234 BCD"],
    ["iban", "DE89 3704 0044 0532 0130 00", "Geld bitte an DE89 3704 0044 0532 0130 00"],
    ["iban", "GB82WEST12345698765432", "refund to GB82WEST12345698765432"],
    ["card", "4111 1111 1111 1111", "charged 4111 1111 1111 1111 twice"],
  ])("%s: %s", (kind, found, text) => {
    expect(privateDataIn(text)).toEqual([{ kind, text: found, at: text.indexOf(found) }]);
  });

  it("several at once, in the order of the text", () => {
    const text = "Order 48291733: mail me at a@b.example or +1 212 555 0142";
    expect(privateDataIn(text).map(({ kind }) => kind)).toEqual(["order-number", "email", "phone"]);
  });
});

describe("ordinary reviews raise no alarm", () => {
  it.each([
    "Bought on 2024-05-12, broke on 12.05.2025, sent back 3/4/2025.",
    "Cost 1.234.567,00 EUR, now 12 999,00 kr or 1,299.00 dollars.",
    "I ordered 10000 screws and in order 3 more of them.",
    "Worn 2019 to 2024, size 42, 100 % cotton, 5/5.",
    "ISBN 978-0-306-40615-7 and EAN 4006381333931 are the same book.",
    "EAN 0012345678905",
    "Model WH-1000XM4, firmware 2.5.1, serial unknown.",
    "My VW ID 4 beats the BMW X5 and the USB C 3 cable.",
    "Call of Duty 4 runs at 1920x1080 on it, 144 Hz.",
    "Follow @northwind on the web, or northwind.example/help",
    "Open 09:00-17:00, Mon-Fri 10.30-18.30.",
    "The 2023/2024 edition has 1024 pages in 16 volumes.",
    "Pack of 12 x 500 ml, 24 x 330 ml, 3000-5000 mAh",
    "Lief 1000000 Schritte damit, 42,195 km.",
    "In order to cancel you need 2 hours. Ticket for 2 costs 50.",
    "العربية: جودة ممتازة ٥ من ٥ بعد ٣ سنوات",
    "10 000 000 views and 1 234 567 likes",
    "Temperatures from -20 to 100, voltage 220-240 V, 50/60 Hz",
  ])("%s", (text) => {
    expect(privateDataIn(text)).toEqual([]);
  });
});

it("any text is read without error, and every find is a piece of it", () => {
  const piece = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[0-9A-Z +()./@-]{0,40}$/));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(" ");
      for (const { text: found, at } of privateDataIn(text))
        expect(text.slice(at, at + found.length)).toBe(found);
    }),
  );
});

// Backtracking would outlast any machine's patience.
it.each([
  "1 ".repeat(2000),
  "a@".repeat(2000),
  "A1-".repeat(1500),
  "DE89 3704 ".repeat(400),
  "order no ".repeat(500),
])("a hostile text is read to its end: %s", { timeout: 30_000 }, (text) => {
  expect(() => privateDataIn(text)).not.toThrow();
});
