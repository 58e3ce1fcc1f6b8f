import "./testing/extension.ts";
import { describe, expect, it } from "vitest";
import "./bt-page-facts.ts";
import { noBehind } from "../lib/model/behind.ts";
import type { Behind } from "../lib/model/behind.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import {
  deepAll,
  deepText,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
} from "./testing/mount.ts";
import { brandPage, shopPage } from "./testing/tab-states.ts";

const imprint: Behind = {
  legalName: { value: "Northwind Schuhe GmbH", from: "imprint" },
  address: { value: "Hafenstraße 12, 20457 Hamburg", from: "imprint" },
  email: { value: "hallo@northwind.example", from: "footer" },
  phone: { value: "+49 40 1234567", from: "footer" },
  vat: [{ value: "DE136695976", country: "DE", from: "imprint" }],
  registers: [{ label: "Handelsregister", value: "HRB 123456, Hamburg", from: "imprint" }],
  responsible: {
    name: "Kite Europe B.V.",
    address: "Keizersgracht 1, 1015 CN Amsterdam",
    contact: "eu@kite.example",
    from: "page",
  },
  links: [
    { kind: "imprint", text: "Impressum", href: "https://northwind.example/impressum" },
    { kind: "terms", text: "AGB", href: "https://northwind.example/agb" },
  ],
};

/** @param behind - What the page's texts said; without it they were not read. */
function show(state: TabState, behind?: Behind, lead = false): HTMLElementTagNameMap["bt-page-facts"] {
  const asked = behind !== undefined;
  return mount(Object.assign(document.createElement("bt-page-facts"), { state, behind, asked, lead }));
}

/** Lines of the list: `label: values, source`. */
function rows(): readonly string[] {
  return deepAll("dt").map((label) => {
    const value = label.nextElementSibling;
    return `${deepText(label).trim()}: ${[...(value?.children ?? [])].map((part) => deepText(part).trim()).join(", ")}`;
  });
}

describe("who stands behind a page", () => {
  it("is told by its markup at once, and by its texts as soon as they were read", async () => {
    const card = show(brandPage);
    await card.updateComplete;
    expect(rows()).toContain("Legal name: Northwind Shoes GmbH, from its markup");
    expect(rows()).toContain("VAT number: DE123456789, from its markup");
    Object.assign(card, { behind: imprint, asked: true });
    await card.updateComplete;
    expect(rows()).toEqual([
      "Name: Northwind Shoes, from its markup",
      "Legal name: Northwind Schuhe GmbH, from its imprint",
      "Address: Hafenstraße 12, 20457 Hamburg, from its imprint",
      "Contact: hallo@northwind.example, +49 40 1234567, from its footer",
      "VAT number: DE136695976, from its imprint",
      "Register: Handelsregister HRB 123456, Hamburg, from its imprint",
      "Responsible in the EU: Kite Europe B.V., Keizersgracht 1, 1015 CN Amsterdam, eu@kite.example, from the page",
    ]);
    await picture("page-facts", 380, 700);
    await expectAccessible();
  });

  it("leads to the page's own words, which open on a press alone", async () => {
    show(brandPage, imprint);
    const link = await until(() => find<HTMLAnchorElement>("a", "Impressum"), "the link");
    expect(link.href).toBe("https://northwind.example/impressum");
    expect(link.rel).toBe("noreferrer noopener");
  });

  it("says that none is given once the page was asked, and not before", async () => {
    const { resolution, ...rest } = shopPage;
    const card = show({ ...rest, resolution: { ...resolution, shop: undefined! } });
    await card.updateComplete;
    expect(deepText(card)).not.toContain("None given");
    Object.assign(card, { behind: noBehind, asked: true });
    await until(() => find("p", "None given"), "the words");
    await picture("page-facts-none", 320, 300);
    await expectAccessible();
  });

  it("keeps what the markup says where the page cannot be read", async () => {
    const card = Object.assign(show(brandPage), { asked: true });
    await card.updateComplete;
    expect(rows()).toContain("VAT number: DE123456789, from its markup");
  });

  it("fits into the narrowest sidebar, whatever the page says", async () => {
    const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebe".repeat(3);
    const legalName = { value: long, from: "page" } as const;
    show(brandPage, { ...imprint, legalName, links: [{ ...imprint.links[0]!, text: long }] }, true);
    await until(() => find("dd", "Donaudampf"), "the name");
    await picture("page-facts-long", 320, 900);
    expectReflow();
  });
});
