import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-same-place.ts";
import type { PlaceQuestion } from "../lib/model/behind.ts";
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

const page: TabState = {
  ...brandPage,
  url: "https://kvist.example/",
  siteKey: "kvist.example",
  resolution: { brand: { ...brandPage.resolution.brand!, name: "Kvist", keys: ["https://kvist.example"] } },
};
const kvist = {
  subject: "geo:53.5424,9.9883?q=Kvist%20Bageri&u=30",
  key: "geo:53.5424,9.9883?q=kvist%20bageri",
};
const place = {
  name: "kvist bageri",
  point: { latitude: 53.5424, longitude: 9.9883 },
  metres: 33.4,
  keys: [kvist.key],
};
const question: PlaceQuestion = { scope: { kind: "place", at: "kvist.example" }, places: [place] };
const answer: Correction = {
  id: "place:kvist.example",
  scope: { kind: "place", at: "kvist.example" },
  to: { kind: "place", name: "Kvist Bageri", point: place.point },
  at: 1,
};

function ask(state = page, about: PlaceQuestion = question): HTMLElementTagNameMap["bt-same-place"] {
  return mount(Object.assign(document.createElement("bt-same-place"), { state, question: about }));
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
    for (const stars of [5, 4, 5, 5, 4]) await say(community, { stars, daysAgo: 3 }, kvist);
    ask();
    const card = await until(() => find("section", "Is this the place?"), "the question");
    const words = deepText(card);
    for (const part of ["Kvist Bageri", "4.4", "5 reviews", "33 m from where this page says it is"])
      expect(words).toContain(part);
    expect(find<HTMLAnchorElement>("a")?.href).toBe(
      "https://www.openstreetmap.org/?mlat=53.5424&mlon=9.9883#map=18/53.5424/9.9883",
    );
    await picture("same-place", 380, 420);
    await expectAccessible();
  });

  it("offers several, the likeliest first, and none of them", async () => {
    const other = {
      subject: "geo:53.5481,9.9883?q=Kvist%20Bageri&u=30",
      key: "geo:53.5481,9.9883?q=kvist%20bageri",
    };
    await say(community, { stars: 2, daysAgo: 3 }, other);
    await say(community, { stars: 5, daysAgo: 3 }, kvist);
    ask(page, { ...question, places: [place, { ...place, metres: 667, keys: [other.key] }] });
    await until(() => find("button", "None of these"));
    expect(deepAll("li").map((each) => /(\d+) m from/.exec(deepText(each))?.[1])).toEqual(["33", "667"]);
    await picture("same-place-several", 380, 420);
  });

  it("is not asked where nothing is left of the reviews, or there is no place", async () => {
    const asked = ask();
    await say(community, { stars: 5, daysAgo: 3 }, { ...kvist, key: "geo:1,2" });
    await asked.updateComplete;
    expect(find("section")).toBeUndefined();
    const silent = Object.assign(ask(), { question: undefined });
    await silent.updateComplete;
    expect(deepText(silent).trim()).toBe("");
  });

  it("is answered on this device, in a private window in memory alone", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, kvist);
    ask();
    (await until(() => find("button", "Yes, this one: Kvist Bageri"))).click();
    await until(() => commands.length === 1);
    const { scope } = question;
    expect(commands[0]).toEqual({
      name: "correctBrand",
      data: { scope, to: { kind: "place", name: "Kvist Bageri", point: place.point }, isPrivate: false },
    });
    ask({ ...page, isPrivate: true });
    await until(() => find("section", "in memory only"));
    find("button", "No")!.click();
    await until(() => commands.length === 2);
    expect(commands[1]?.data).toEqual({ scope, to: { kind: "none" }, isPrivate: true });
  });

  it("is not asked again; what was said stands there and is taken back", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, kvist);
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
    await say(community, { stars: 5, daysAgo: 3 }, kvist);
    ask();
    const button = await until(() => find<HTMLButtonElement>("button", "No"));
    button.click();
    await until(() => find("[role=alert]"), "the failure");
    expect(button.disabled).toBe(false);
  });

  it("fits into the narrowest sidebar, whatever a place is called", async () => {
    await say(community, { stars: 5, daysAgo: 3 }, kvist);
    ask(page, { ...question, places: [{ ...place, name: `kvist${"bageri".repeat(20)}` }] });
    await until(() => find("section", "Is this"));
    await picture("same-place-long", 320, 420);
    expectReflow();
  });
});
