import { describe, expect, it } from "vitest";
import type { RunMode } from "../settings.ts";
import { runModeKeeper } from "./run-mode.ts";

function world(mode: { now: RunMode }) {
  const done: string[] = [];
  const step = (name: string) => async (): Promise<void> => {
    await Promise.resolve();
    done.push(name);
  };
  const keep = runModeKeeper(() => Promise.resolve(mode.now), {
    register: step("register"),
    unregister: step("unregister"),
    injectIntoOpenTabs: step("inject"),
    leaveOpenTabs: step("leave"),
  });
  return { done, keep };
}

describe("the run mode", () => {
  it("on all sites registers, and reads open tabs when freshly chosen", async () => {
    const { done, keep } = world({ now: "all-sites" });
    await keep(false);
    await keep(true);
    expect(done).toEqual(["register", "register", "inject"]);
  });

  it("before the choice and on click leaves pages alone", async () => {
    const { done, keep } = world({ now: "unset" });
    await keep(true);
    expect(done).toEqual(["unregister", "leave"]);
  });

  it("ends in what was chosen last, though start and choice fall together", async () => {
    const mode: { now: RunMode } = { now: "unset" };
    const { done, keep } = world(mode);
    const start = keep(true);
    mode.now = "all-sites";
    await Promise.all([start, keep(true)]);
    expect(done.slice(-2)).toEqual(["register", "inject"]);
  });
});
