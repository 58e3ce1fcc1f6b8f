import { describe, expect, it } from "vitest";
import { namesMaker } from "./names-maker.ts";

describe("a record names who made or recalls something", () => {
  it.each([
    ["Apple", "Apple Inc., of Cupertino, Calif."],
    ["Apple", "APPLE"],
    ["Target", "Target Corporation"],
    ["Target", "Target Recalls Playground Toys Due to Choking Hazard"],
    ["Gap", "Gap Inc. Voluntarily Recalls Children's Pajamas"],
    ["Ring", "Video Doorbells Recalled by Ring Due to Fire Hazard"],
    ["Ring", "Ring (company)"],
    ["Next", "Next plc"],
    ["The Ordinary", "The Ordinary"],
    ["3M", "3M Company, of St. Paul, Minn."],
    ["H&M", "H&M Recalls Sleepwear"],
    ["Levi's", "LEVIS"],
    ["Wells Fargo", "WELLS FARGO & COMPANY"],
    ["Anker", "Anker Innovations Limited"],
    ["無印良品", "無印良品"],
  ])("%s in %s", (name, text) => {
    expect(namesMaker(name)(text)).toBe(true);
  });

  it.each([
    ["Apple", "Apple Green Kids' Chairs Recalled Due to Fall Hazard"],
    ["Apple", "Apple Valley Foods"],
    ["Apple", "Apple Juice from concentrate"],
    ["Target", "Magnetic Target Game"],
    ["Target", "Target Sports Inc."],
    ["Target", "Toys Recalled by Target Sports"],
    ["Gap", "Bunk Beds Recalled Due to Entrapment Hazard; Gap Between Rails"],
    ["Next", "Next Level Apparel Recalls Hoodies"],
    ["Ring", "Teething Ring Toys Recalled by Fjord Toys"],
    ["Shell", "Hard Shell Helmets Recalled Due to Risk of Head Injury"],
    ["Champion", "Champion Power Equipment Recalls Generators"],
    ["The Ordinary", "the ordinary use of the product"],
    ["...", "anything"],
    ["", ""],
  ])("%s not in %s", (name, text) => {
    expect(namesMaker(name)(text)).toBe(false);
  });
});
