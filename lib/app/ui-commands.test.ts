import { afterEach, describe, expect, it, vi } from "vitest";
import { DatabaseNewerError } from "../db/database-error.ts";
import { ProblemError } from "../errors.ts";
import { ok } from "../model/result.ts";
import type { MessageSender } from "./senders.ts";
import { runUiCommand, type UiHandlers } from "./ui-commands.ts";

const own = { id: "us", baseUrl: "moz-extension://us/" };
const panel: MessageSender = { id: "us", url: "moz-extension://us/sidepanel.html" };
const frame: MessageSender = { ...panel, frameId: 4, tab: { id: 7, incognito: false } };
const refused = { ok: false, error: { code: "refused", params: { reason: "sender" } } };

const handlersWith = (changes: Partial<UiHandlers>): UiHandlers => changes as UiHandlers;

/** A handler that fails. */
const failingWith = (cause: unknown): UiHandlers => handlersWith({ syncNow: () => Promise.reject(cause) });

const runFailing = (cause: unknown) => runUiCommand(failingWith(cause), "syncNow", undefined, panel, own);

afterEach(() => vi.restoreAllMocks());

describe("a command", () => {
  it("of an extension page reaches its handler", async () => {
    const handlers = handlersWith({
      sendNow: (id) => Promise.resolve(ok(id === "r1" ? undefined : undefined)),
    });
    expect(await runUiCommand(handlers, "sendNow", "r1", panel, own)).toEqual({ ok: true });
  });

  it("of anybody else reaches nothing", async () => {
    const sendNow = vi.fn<UiHandlers["sendNow"]>();
    const page = { id: "us", url: "https://nike.example/", frameId: 0, tab: { id: 7, incognito: false } };
    expect(await runUiCommand(handlersWith({ sendNow }), "sendNow", "r1", page, own)).toEqual(refused);
    expect(
      await runUiCommand(handlersWith({ sendNow }), "sendNow", "r1", { ...panel, id: "x" }, own),
    ).toEqual(refused);
    expect(sendNow).not.toHaveBeenCalled();
  });

  it("of a frame in a page may read that page's tab and nothing more", async () => {
    const readTab = vi.fn<UiHandlers["readTab"]>(() =>
      Promise.resolve({ ok: false, error: { code: "timeout" } }),
    );
    const postDraft = vi.fn<UiHandlers["postDraft"]>();
    const handlers = handlersWith({ readTab, postDraft });
    expect(await runUiCommand(handlers, "readTab", 7, frame, own)).toMatchObject({
      error: { code: "timeout" },
    });
    expect(await runUiCommand(handlers, "readTab", 8, frame, own)).toEqual(refused);
    expect(await runUiCommand(handlers, "postDraft", "https://nike.example", frame, own)).toEqual(refused);
    expect(readTab).toHaveBeenCalledOnce();
    expect(postDraft).not.toHaveBeenCalled();
  });

  it("that fails says how, and only bugs reach the console", async () => {
    const bug = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await runFailing(new ProblemError({ code: "offline" }))).toEqual({
      ok: false,
      error: { code: "offline" },
    });
    expect(await runFailing(new DatabaseNewerError())).toEqual({
      ok: false,
      error: { code: "refused", params: { reason: "newer-database" } },
    });
    expect(bug).not.toHaveBeenCalled();
    expect(await runFailing(new TypeError("oops"))).toEqual({
      ok: false,
      error: { code: "bug", params: { reason: "syncNow" } },
    });
    expect(bug).toHaveBeenCalledOnce();
  });
});
