import { background, commands, fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-redetect.ts";
import { ok, problem } from "../../lib/model/result.ts";
import { databases } from "../databases.ts";
import {
  deepText,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";
import { aCollection, sampleNoon } from "../testing/research.ts";

const redetections = () => databases().research.redetections;
const begun = {
  collection: "returns-study",
  confidence: 0.6,
  detector: { extension: "1", directory: "0123456789abcdef" },
  startedAt: sampleNoon,
  cursor: 0,
  first: 1,
  last: 10,
  share: 0.4,
  done: 400,
  changed: 12,
  found: [],
} as const;

async function open(name = "Returns study"): Promise<void> {
  const element = mount(document.createElement("bt-redetect"));
  element.collection = await aCollection({ name });
  await element.show();
}

const text = (): string => deepText(document.body);
const begin = (): HTMLButtonElement => find<HTMLButtonElement>("button", "Find again")!;

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.redetect;
  useTheme("light");
  await redetections().clear();
});

describe("looking for brands anew", () => {
  it("begins at the chosen confidence, says how far it is, and cannot be begun twice", async () => {
    background.redetect = async () => {
      await redetections().put(begun);
      return ok(undefined);
    };
    await open();
    const slider = find<HTMLInputElement>("input")!;
    slider.value = "0.8";
    slider.dispatchEvent(new Event("input"));
    await until(() => text().includes("80%"));
    begin().click();
    await until(() => text().includes("Looking: 40%"), "progress");
    expect(commands).toEqual([{ name: "redetect", data: { collection: "returns-study", confidence: 0.8 } }]);
    expect(begin().disabled).toBe(true);
    await redetections().update("returns-study", { share: 0.9 });
    await until(() => find<HTMLProgressElement>("progress")?.value === 0.9, "more progress");
  });

  it("says what has changed, and which brands were found only now", async () => {
    const found = Array.from({ length: 14 }, (_, index) => {
      return {
        brandId: `${index}.example`,
        name: index === 0 ? "دلتا" : `Brand ${index}`,
        count: 14 - index,
      };
    });
    await redetections().put({ ...begun, share: 1, endedAt: sampleNoon, found });
    await open("A study with a name that goes on and on, and then some more, as names of studies do");
    await until(() => text().includes("400 items looked at; 12 with other mentions"), "outcome");
    expect(text()).toContain("دلتا in 14 items");
    expect(text()).toContain("Brand 11 in 3 items");
    expect(text()).not.toContain("Brand 12");
    await picture("research-redetect-light", 1280, 800);
    await expectAccessible();
    await picture("research-redetect-dark-320", 320, 800);
    expectReflow();
  });

  it("says so where nothing new was found", async () => {
    await redetections().put({ ...begun, done: 1, endedAt: sampleNoon });
    await open();
    await until(() => text().includes("No brand was found that had not been found before."), "none");
    expect(text()).toContain("1 item looked at");
  });

  it("says why it did not begin", async () => {
    background.redetect = async () => problem("refused", { reason: "no-collection" });
    await open();
    begin().click();
    await until(() => find("[role=alert]", "This collection is not there any more."), "the reason");
    expect(begin().disabled).toBe(false);
  });
});
