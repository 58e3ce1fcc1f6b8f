import "../testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-coding.ts";
import type { BtCoding } from "./bt-coding.ts";
import { codeItems, codingOf, emptyCoding } from "../../lib/db/research-codings.ts";
import { putCodings } from "../../lib/db/research-items.ts";
import { keepSample } from "../../lib/db/research-samples.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { databases } from "../databases.ts";
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
} from "../testing/mount.ts";
import { aCollection, anItem, keepItems, sampleNoon } from "../testing/research.ts";

const codebook: Codebook = {
  version: 3,
  createdAt: sampleNoon,
  note: "",
  codes: [
    { id: "service", name: "Service", description: "How the brand treats people", colour: 0 },
    { id: "phone", name: "Telephone", description: "", colour: 2, parent: "service" },
    { id: "returns", name: "Returns", description: "", colour: 1 },
  ],
};
const db = databases().research;
let collection: Collection;
let items: readonly ResearchItem[];

beforeEach(async () => {
  collection = await aCollection({ codebook });
  items = await keepItems(db, [
    anItem(1, { sentiment: { score: 0.62, method: "backtalk-vader-1" } }),
    anItem(2),
  ]);
});
afterEach(emptyDatabases);

async function shown(item = items[0]): Promise<BtCoding> {
  const element = document.createElement("bt-coding");
  Object.assign(element, { item, collection });
  mount(element);
  await until(() => find<HTMLTextAreaElement>("textarea")?.readOnly === false, "the stored coding");
  return element;
}

const toggle = (name: string): HTMLElement => {
  const button = find("button[aria-pressed]", name);
  if (!button) throw new Error(`no ${name}`);
  return button;
};
const stored = async (item = items[0]) => codingOf(db, item?.seq ?? 0, "me");

function press(target: Element | null | undefined, key: string): void {
  const event = { key, bubbles: true, composed: true, cancelable: true };
  target?.dispatchEvent(new KeyboardEvent("keydown", event));
}

function full(): never {
  throw new DOMException("", "QuotaExceededError");
}

describe("coding an item", () => {
  it.each([
    ["its codes", "focusCodes", "button[aria-pressed]"],
    ["its note", "focusNote", "textarea"],
  ] as const)("the focus goes to %s though nothing is drawn yet", async (_, focus, target) => {
    const element = document.createElement("bt-coding");
    Object.assign(element, { item: items[0], collection });
    mount(element);
    await element[focus]();
    expect(find(target)?.matches(":focus")).toBe(true);
  });

  it("codes are switched on and off, and each is stored with the codebook's version", async () => {
    await shown();
    toggle("Returns").click();
    await until(async () => (await stored())?.codes.includes("returns"));
    expect(await stored()).toMatchObject({ codes: ["returns"], codebook: 3, coder: "me", note: "" });
    expect(toggle("Returns").ariaPressed).toBe("true");
    toggle("Returns").click();
    await until(async () => (await stored())?.codes.length === 0);
  });

  it("number keys switch codes inside the element, and write in the note", async () => {
    const element = await shown();
    await element.focusCodes();
    press(deepAll("button[aria-pressed]")[0], "2");
    await until(async () => (await stored())?.codes.includes("phone"));
    press(find("input[type=radio]"), "3");
    await until(async () => (await stored())?.codes.includes("returns"));
    press(find("textarea"), "1");
    press(document.body, "1");
    await element.updateComplete;
    expect((await stored())?.codes).toEqual(["phone", "returns"]);
  });

  it("what is typed is stored when the person turns to another item at once", async () => {
    const element = await shown();
    const field = find<HTMLTextAreaElement>("textarea");
    if (!field) throw new Error("no note");
    field.value = "Wait for the reply";
    field.dispatchEvent(new Event("input"));
    element.item = items[1];
    await until(async () => (await stored())?.note === "Wait for the reply");
    await until(() => find<HTMLTextAreaElement>("textarea")?.value === "");
    expect(await stored(items[1])).toBeUndefined();
  });

  it("what is typed is stored when the element goes", async () => {
    const element = await shown();
    const field = find<HTMLTextAreaElement>("textarea");
    if (!field) throw new Error("no note");
    field.value = "Gone";
    field.dispatchEvent(new Event("input"));
    element.remove();
    await until(async () => (await stored())?.note === "Gone");
  });

  it("what cannot be stored is said and stays on the screen, and is stored with what comes next", async () => {
    await shown();
    db.codings.hook("creating", full);
    toggle("Returns").click();
    await until(() => find("[role=alert]"));
    expect(toggle("Returns").ariaPressed).toBe("true");
    db.codings.hook("creating").unsubscribe(full);
    toggle("Service").click();
    await until(async () => (await stored())?.codes.length === 2);
    await until(() => !find("[role=alert]"));
  });

  it("a code given to many items at once shows, and what was typed stays", async () => {
    await shown();
    const field = find<HTMLTextAreaElement>("textarea");
    if (!field) throw new Error("no note");
    field.value = "Note";
    field.dispatchEvent(new Event("input"));
    await until(async () => (await stored())?.note === "Note");
    const seqs = items.map(({ seq }) => seq);
    await codeItems(db, collection, seqs, { code: "service", on: true }, Date.now() + 1000);
    await until(() => toggle("Service").ariaPressed === "true");
    expect(find<HTMLTextAreaElement>("textarea")?.value).toBe("Note");
  });

  it("a sentiment by hand stands beside the computed one, and can be taken back", async () => {
    await shown();
    expect(deepText(document.body)).toContain("as computed: positive (0.62)");
    find<HTMLInputElement>('input[value="-1"]')?.click();
    await until(async () => (await stored())?.sentiment === -1);
    find<HTMLInputElement>('input[value="none"]')?.click();
    await until(async () => (await stored()) !== undefined && (await stored())?.sentiment === undefined);
    find("button", "Take this coding back")?.click();
    await until(async () => (await stored()) === undefined);
    await until(() => find("section")?.textContent.includes("Not coded yet"));
  });

  it("looked at, and nothing fits, is an answer", async () => {
    await shown(items[1]);
    expect(deepText(document.body)).toContain("as computed: not scored");
    find("button", "no code fits")?.click();
    await until(async () => (await stored(items[1]))?.codes.length === 0);
    await until(() => find("section")?.textContent.includes("Coded"));
  });

  it("a code that is in the codebook no longer is shown, and can be taken away", async () => {
    const seq = items[0]?.seq ?? 0;
    await putCodings(db, [{ ...emptyCoding(collection, seq), codes: ["price"], codebook: 1, at: 1 }]);
    await shown();
    await until(() => find("button[aria-pressed]", "price (no longer in the codebook)"));
    toggle("price").click();
    await until(async () => (await stored())?.codes.length === 0);
  });

  it("is accessible and fits 320 px, also with long names", async () => {
    const long = "Rücksendekostenübernahmebestätigung".repeat(3);
    const [service, , returns] = codebook.codes;
    const telephone = { id: "phone", name: long, description: "", colour: 2, parent: "service" };
    const codes = [service, telephone, returns].filter((code) => code !== undefined);
    collection = { ...collection, codebook: { ...codebook, codes } };
    await shown();
    toggle("Service").click();
    await until(() => toggle("Service").ariaPressed === "true");
    for (const [name, width] of [
      ["coding-320", 320],
      ["coding-640", 640],
    ] as const) {
      await picture(name, width, 640);
      expectReflow();
    }
    await expectAccessible();
    useTheme("dark");
    await picture("coding-dark", 380, 640);
    useTheme("light");
  });
});

async function say(count: number): Promise<void> {
  const sentiment = { score: -0.4, method: "backtalk-vader-1" };
  const many = await keepItems(
    db,
    Array.from({ length: count }, (_, at) => anItem(100 + at, { sentiment })),
  );
  await putCodings(
    db,
    many.map(({ seq }, at) => ({
      ...emptyCoding(collection, seq),
      sentiment: at % 10 < 6 ? (-1 as const) : (1 as const),
    })),
  );
  await keepSample(
    db,
    { id: "s", collection: collection.id, seed: "x", codebook: 3, isWhole: true, createdAt: sampleNoon },
    many.map(({ seq }) => seq),
  );
}
function validation(): void {
  mount(Object.assign(document.createElement("bt-validation"), { collection }));
}

describe("whether computed sentiment can be trusted here", () => {
  it("is not known before fifty items were coded; drawing them is one press", async () => {
    await say(12);
    validation();
    await until(() => deepText(document.body).includes("code at least 50 items by hand (12 so far)"));
    let asked = 0;
    document.body.addEventListener("bt-draw", (event) => (asked = event.detail), { once: true });
    find("button", "Draw 50 to code")?.click();
    expect(asked).toBe(50);
  });

  it("is told with its interval, and how it goes wrong", async () => {
    await say(120);
    validation();
    await until(() =>
      deepText(document.body).includes("agrees with your coding in 60% (51–68) of 120 items"),
    );
    expect(deepText(document.body)).not.toContain("picked");
    find("summary")?.click();
    const cells = deepAll("td").map((cell) => cell.textContent);
    expect(cells).toEqual(["72", "0", "0", "0", "0", "0", "48", "0", "0"]);
    await expectAccessible();
  });
});
