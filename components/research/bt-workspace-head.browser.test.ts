import { fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-workspace-head.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";
import { aCollection } from "../testing/research.ts";
import type { WorkspaceHead } from "./bt-workspace-head.ts";

const find = (selector: string, text: string): HTMLElement | undefined =>
  deepAll(selector).find((one) => `${one.ariaLabel ?? ""} ${deepText(one)}`.includes(text));

beforeEach(async () => {
  fakeBrowser.reset();
  useTheme("light");
  await emptyDatabases();
});

async function head(name = "Returns study"): Promise<{ element: WorkspaceHead; asked: unknown[] }> {
  const element = document.createElement("bt-workspace-head");
  element.collection = await aCollection({ name });
  const asked: unknown[] = [];
  element.addEventListener("show", (event) => asked.push((event as CustomEvent).detail));
  mount(element);
  await element.updateComplete;
  return { element, asked };
}

describe("bt-workspace-head", () => {
  it("has recording and the codebook in sight, and the rest in one menu that gets the focus back", async () => {
    const { asked } = await head();
    expect(find("button", "Record…")).toBeDefined();
    find("button", "Codebook")!.click();
    find("button", "More for Returns study")!.click();
    const privacy = await until(() => find("[role=menuitem]", "People and privacy"), "the menu");
    expect(deepAll("[role=menuitem]").map((entry) => deepText(entry).trim())).toEqual([
      "Agreement between coders",
      "Find brands again",
      "Import…",
      "People and privacy",
    ]);
    await expectAccessible();
    privacy.click();
    await until(() => deepAll("bt-menu button:focus")[0] ?? find("button:focus", "More for"), "the focus");
    expect(asked).toEqual(["bt-codebook", "bt-privacy"]);
  });

  it("stays in a narrow window, whatever the collection is called", async () => {
    const { element } = await head(
      "A pilot study with a name that is far too long for any line of any width",
    );
    element.drawer = true;
    await picture("research-head-320", 320, 300);
    expectReflow();
  });
});
