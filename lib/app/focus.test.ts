import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { leaveFocus } from "./focus.ts";

const area = fakeBrowser.storage.session;
beforeEach(() => fakeBrowser.reset());

async function stored(): Promise<string[]> {
  await area.set({ "focus:1": { tabId: 1, url: "https://social.example/post/1#top" }, "tab:1": {} });
  return Object.keys(await area.get(null));
}

it("keeps what was asked about while the tab stays on its page", async () => {
  const before = await stored();
  await leaveFocus(area, 1, "https://social.example/post/1#comments");
  await leaveFocus(area, 2, "https://social.example/other");
  expect(Object.keys(await area.get(null))).toEqual(before);
});

it.each([["another page", "https://social.example/post/2"] as const, ["nowhere", undefined] as const])(
  "forgets it when the tab goes to %s",
  async (_, url) => {
    await stored();
    await leaveFocus(area, 1, url);
    expect(Object.keys(await area.get(null))).toEqual(["tab:1"]);
  },
);
