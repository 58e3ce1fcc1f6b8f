import { describe, expect, it, vi } from "vitest";
import type { TabState } from "../model/tab-state.ts";
import type { PageReports } from "./page-reports.ts";
import { readTab } from "./read-tab.ts";

const state = { tabId: 7, url: "https://northwind.example/" } as TabState;
const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);

/** Reports of a tab that answers with `answer`. */
function reportsWith(answer: TabState | undefined) {
  const unexpect = vi.fn<PageReports["unexpect"]>();
  return { expect: () => Promise.resolve(answer), unexpect };
}

describe("a tab that the person asked to read", () => {
  it("is read by the reader that is put into it", async () => {
    const reports = reportsWith(state);
    expect(await readTab(7, reports, yes, yes)).toEqual({ ok: true, value: state });
    expect(reports.unexpect).not.toHaveBeenCalled();
  });

  it("that holds no page for us says so, and its next page is not taken for one that was asked for", async () => {
    const reports = reportsWith(undefined);
    expect(await readTab(7, reports, no, yes)).toEqual({
      ok: false,
      error: { code: "refused", params: { reason: "no-page" } },
    });
    expect(reports.unexpect).toHaveBeenCalledWith(7);
  });

  it("that the browser withholds says what to do about it", async () => {
    expect(await readTab(7, reportsWith(undefined), no, no)).toEqual({
      ok: false,
      error: { code: "permission", params: { reason: "site-access" } },
    });
  });

  it("that does not answer is not waited for without end", async () => {
    expect(await readTab(7, reportsWith(undefined), yes, yes)).toEqual({
      ok: false,
      error: { code: "timeout" },
    });
  });
});
