import { describe, expect, it, vi } from "vitest";
import { keptSetting } from "./kept-setting.ts";

describe("a kept setting", () => {
  it("is read once and then follows its changes", async () => {
    const watchers: ((value: boolean) => void)[] = [];
    const getValue = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    const read = keptSetting<boolean>({
      getValue,
      watch: (changed) => {
        watchers.push(changed);
        return () => undefined;
      },
    });
    expect([await read(), await read()]).toEqual([true, true]);
    expect(getValue).toHaveBeenCalledOnce();
    watchers.forEach((change) => change(false));
    expect(await read()).toBe(false);
    expect(getValue).toHaveBeenCalledOnce();
  });
});
