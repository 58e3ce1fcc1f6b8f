import "./testing/extension.ts";
import { afterEach, describe, expect, it } from "vitest";
import "./bt-header.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import { deepText, expectAccessible, expectReflow, find, mount, picture, until } from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";

type Header = HTMLElementTagNameMap["bt-header"];
const { brand } = brandPage.resolution;

function show(changes: Partial<Pick<Header, "followed" | "subject">> = {}): Header {
  return mount(Object.assign(document.createElement("bt-header"), { subject: brand, ...changes }));
}

afterEach(() => document.documentElement.style.removeProperty("font-size"));

describe("the line below the name", () => {
  it("says where the brand is at home, and how that is known", async () => {
    show();
    const line = await until(() => find("summary"));
    expect(deepText(line).trim()).toBe("northwind.example · its own site");
  });

  it("says how it is known alone where the brand is at home nowhere", async () => {
    const subject = {
      lens: "brand",
      brandId: "name:zorblax",
      name: "Zorblax",
      known: false,
      keys: [],
      evidence: [{ code: "markup-brand" }],
    } satisfies PageSubject;
    show({ subject });
    const line = await until(() => find("summary"));
    expect(deepText(line).trim()).toBe("the page names the brand");
  });
});

it("has its arrow behind the last word at every width, and never on a line of its own", async () => {
  show();
  await until(() => find("summary"));
  for (let width = 304; width <= 344; width += 4) {
    await picture("header-arrow", width, 300);
    const words = document.createRange();
    words.selectNodeContents(find("summary > span")!);
    words.setEndBefore(find(".chevron")!);
    const lastLine = [...words.getClientRects()].at(-1)!;
    expect(find(".chevron")!.getBoundingClientRect().top, `at ${width}`).toBeLessThan(lastLine.bottom);
  }
});

it("says that a brand is followed, for everybody to see", async () => {
  const header = show({ followed: false });
  await header.updateComplete;
  expect(find("p", "Following")).toBeUndefined();
  header.followed = true;
  await until(() => find("p", "Following"));
  await expectAccessible();
});

it("gives large type the room of the logo, so that names stay whole", async () => {
  show();
  await picture("header-large-type", 400, 300);
  const logo = await until(() => find(".logo"));
  expect(logo.checkVisibility()).toBe(true);
  document.documentElement.style.fontSize = "200%";
  await until(() => !logo.checkVisibility(), "the logo to go");
  expectReflow();
  await expectAccessible();
});
