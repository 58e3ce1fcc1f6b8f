import { describe, expect, it } from "vitest";
import { frameSender, pageSender, uiSender, type MessageSender } from "./senders.ts";

const own = { id: "us", baseUrl: "chrome-extension://us/" };
const tab = { id: 7, incognito: false };
const fromPage: MessageSender = { id: "us", url: "https://nike.example/", frameId: 0, tab };

describe("messages of pages", () => {
  it("come from our script in the top frame of a web page", () => {
    expect(pageSender(fromPage, own)).toEqual({ tabId: 7, url: "https://nike.example/", isPrivate: false });
  });

  it.each([
    ["another extension", { ...fromPage, id: "them" }],
    ["a frame", { ...fromPage, frameId: 3 }],
    ["an extension page", { ...fromPage, url: "chrome-extension://us/options.html" }],
    ["the browser's own page", { ...fromPage, url: "chrome://settings/" }],
    ["nowhere", { id: "us" }],
    ["a tab without an id", { ...fromPage, tab: { incognito: false } }],
  ])("are refused from %s", (_, sender) => {
    expect(pageSender(sender, own)).toBeUndefined();
  });
});

describe("reports of posts", () => {
  it("come from frames as well, and say which", () => {
    expect(frameSender(fromPage, own)).toMatchObject({ tabId: 7, isTop: true });
    expect(frameSender({ ...fromPage, frameId: 3 }, own)).toMatchObject({ tabId: 7, isTop: false });
  });

  it("and from nobody whose pages are refused", () => {
    expect(frameSender({ ...fromPage, id: "them" }, own)).toBeUndefined();
    expect(frameSender({ id: "us", url: fromPage.url!, tab }, own)).toBeUndefined();
    expect(frameSender({ ...fromPage, url: "chrome-extension://us/options.html" }, own)).toBeUndefined();
  });
});

describe("commands", () => {
  const panel: MessageSender = { id: "us", url: "chrome-extension://us/sidepanel.html" };

  it("come from the side panel and from extension pages in tabs", () => {
    expect(uiSender(panel, own)).toEqual({ kind: "page" });
    expect(uiSender({ ...panel, frameId: 0, tab }, own)).toEqual({ kind: "page" });
  });

  it("are those of a frame where the page stands in a frame of a tab, whatever its address says", () => {
    expect(uiSender({ ...panel, frameId: 4, tab }, own)).toEqual({ kind: "frame", tabId: 7 });
    const told = { ...panel, url: `${panel.url}?frame=1`, frameId: 0, tab };
    expect(uiSender(told, own)).toEqual({ kind: "frame", tabId: 7 });
  });

  it.each([
    ["a web page's content script", fromPage],
    ["another extension", { ...panel, id: "them" }],
    ["an address that only looks like ours", { ...panel, url: "https://chrome-extension.example/us/" }],
    ["no address", { id: "us" }],
  ])("are refused from %s", (_, sender) => {
    expect(uiSender(sender, own)).toBeUndefined();
  });
});
