import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-same-place.ts";
import type { PlaceOnPage } from "../lib/model/behind.ts";
import type { Correction } from "../lib/model/correction.ts";
import { problem } from "../lib/model/result.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { databases } from "./databases.ts";
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
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { say } from "./testing/world.ts";

const point = { latitude: 53.5421, longitude: 9.9883 };
const place: PlaceOnPage = { name: "Kvist Bageri GmbH", address: "Hafenstraße 12, 20457 Hamburg", point };
const page: TabState = {
  ...brandPage,
  url: "https://kvist.example/",
  siteKey: "kvist.example",
  resolution: { brand: { ...brandPage.resolution.brand!, name: "Kvist", keys: ["https://kvist.example"] } },
};
const kvist = "geo:53.5424,9.9883?q=Kvist%20Bageri&u=30";
const answer: Correction = {
  id: "place:kvist.example",
  scope: { kind: "place", at: "kvist.example" },
  to: { kind: "place", name: "Kvist Bageri", point },
  at: 1,
};

function ask(state = page, where: PlaceOnPage | undefined = place): HTMLElementTagNameMap["bt-same-place"] {
  return mount(Object.assign(document.createElement("bt-same-place"), { state, place: where }));
}

const { community } = databases();

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.correctBrand = async () => ({ ok: true, value: { correction: answer } });
  background.uncorrectBrand = async () => ({ ok: true, value: undefined });
  await emptyDatabases();
});

describe("is this the place?", () => {
  it("is asked about places that people reviewed, with their figure and how far they are", async () => {
    for (const stars of [5, 4, 5, 5, 4]) await say(community, { stars, daysAgo: 3 }, { subject: kvist });
    ask();
    const card = await until(() => find("section", "Is this the place?"), "the question");
    const words = deepText(card);
    for (const part of ["Kvist Bageri", "4.6", "5 reviews", "33 m from where this page says it is"])
      expect(words).toContain(part);
    expect(find<HTMLAnchorElement>("a")?.href).toBe(
      "https://www.openstreetmap.org/?mlat=53.5424&mlon=9.9883#map=18/53.5424/9.9883",
    );
    await picture("same-place", 380, 420);
    await expectAccessible();
  });

  it("offers several, the likeliest first, and none of them", async () => {
    await say(community, { stars: 2, daysAgo: 3 }, { subject: "geo:53.5481,9.9883?q=Kvist%20Bageri&u=30" });
    await say(community, { stars: 5, daysAgo: 3 }, { subject: kvist });
    ask();
    await until(() => find("button", "None of these"));
    expect(deepAll("li").map((each) => /(\d+) m from/.exec(deepText(each))?.[1])).toEqual(["33", "667"]);
    await picture("same-place-several", 380, 420);
  });

  it("is not asked where nobody reviewed such a place, or the page gives none", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, { subject: "geo:53.5424,9.9883?q=Elbe%20Grill&u=30" });
    const asked = ask();
    await say(community, { stars: 5, daysAgo: 3 }, { subject: kvist });
    await until(() => find("section", "Kvist Bageri"));
    expect(deepText(asked)).not.toContain("Elbe");
    const silent = Object.assign(ask(page), { place: undefined });
    await silent.updateComplete;
    expect(deepText(silent).trim()).toBe("");
  });

  it("is answered for the site on its front page, and for one page elsewhere", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, { subject: kvist });
    ask();
    (await until(() => find("button", "Yes, this one: Kvist Bageri"))).click();
    await until(() => commands.length === 1);
    expect(commands[0]).toEqual({
      name: "correctBrand",
      data: {
        scope: { kind: "place", at: "kvist.example" },
        to: { kind: "place", name: "Kvist Bageri", point: { latitude: 53.5424, longitude: 9.9883 } },
        isPrivate: false,
      },
    });
    ask({ ...page, url: "https://kvist.example/branches/2", isPrivate: true });
    const card = await until(() => find("section", "in memory only"));
    deepAll("button", card.getRootNode() as ShadowRoot)
      .find((button) => deepText(button).trim() === "No")!
      .click();
    await until(() => commands.length === 2);
    expect(commands[1]?.data).toEqual({
      scope: { kind: "place", at: "https://kvist.example/branches/2" },
      to: { kind: "none" },
      isPrivate: true,
    });
  });

  it("is not asked again; what was said stands there and is taken back", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, { subject: kvist });
    const asked = ask({ ...page, corrections: [answer] });
    const button = await until(() => find("button", "Take it back"));
    expect(deepText(asked)).toContain("You said that kvist.example is the place “Kvist Bageri”.");
    expect(find("section")).toBeUndefined();
    await picture("same-place-said", 380, 120);
    await expectAccessible();
    button.click();
    await until(() => commands.length === 1);
    expect(commands[0]).toEqual({ name: "uncorrectBrand", data: { id: answer.id, isPrivate: false } });
  });

  it("says what went wrong, and can be pressed again", async () => {
    background.correctBrand = async () => problem("quota");
    await say(community, { stars: 5, daysAgo: 3 }, { subject: kvist });
    ask();
    const button = await until(() => find<HTMLButtonElement>("button", "No"));
    button.click();
    await until(() => find("[role=alert]"), "the failure");
    expect(button.disabled).toBe(false);
  });

  it("fits into the narrowest sidebar, whatever a place is called", async () => {
    const long = `kvist${"bageri".repeat(9)}`;
    await say(community, { stars: 5, daysAgo: 3 }, { subject: `geo:53.5424,9.9883?q=${long}&u=30` });
    ask(page, { ...place, name: long });
    await until(() => find("section", "Is this"));
    await picture("same-place-long", 320, 420);
    expectReflow();
  });
});
