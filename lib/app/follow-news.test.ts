import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow, listFollows } from "../db/follows.ts";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import type { DailyWord } from "../model/follow.ts";
import type { OfficialAnswer } from "../model/official.ts";
import { findFollowNews, type FollowNewsDependencies } from "./follow-news.ts";
import { newsNotice, notifier } from "./notice.ts";

vi.mock("../i18n.ts", () => import("../../tests/support/keys-as-texts.ts"));

const now = Date.UTC(2026, 4, 20);
let personal: PersonalDatabase;
let databases = 0;
beforeEach(() => (personal = openPersonal(`follow-news-${databases++}`)));
afterEach(() => personal.delete());

function told(...titles: readonly string[]): readonly DailyWord[] {
  const facts = titles.map((title) => {
    const url = `https://recalls.example/${title}`;
    return { key: title, source: "cpsc", kind: "recall", title, url, at: now } as const;
  });
  return [{ day: "2026-05-20", facts, threads: { lemmy: titles.length * 10 } }];
}

function world(
  daily: Readonly<Record<string, readonly DailyWord[]>>,
  answers: Readonly<Record<string, readonly OfficialAnswer[]>> = {},
) {
  const notify = vi.fn<FollowNewsDependencies["notify"]>(() => Promise.resolve());
  const asked: string[] = [];
  const find = (): Promise<void> =>
    findFollowNews({
      personal,
      dailyOf: (brandId) => {
        asked.push(brandId);
        return Promise.resolve(daily[brandId] ?? []);
      },
      answersOf: (brandId, sinceMs) =>
        Promise.resolve((answers[brandId] ?? []).filter(({ at }) => at >= sinceMs)),
      notify,
      now: () => now,
    });
  return { asked, find, notify };
}

const kite = { brandId: "kite.example", name: "Kite", followedAt: now } as const;
const acme = { brandId: "acme.example", name: "Acme", followedAt: now + 1 } as const;

describe("news of followed brands", () => {
  it("are official answers as well, without any daily file", async () => {
    await follow(personal, kite, []);
    const answers = {
      "kite.example": [{ id: "r", at: now + 1 }],
      "acme.example": [{ id: "s", at: now + 1 }],
    };
    const { find, notify } = world({}, answers);
    await find();
    await find();
    expect(notify).toHaveBeenCalledExactlyOnceWith([{ name: "Kite", kind: "answer" }]);
    expect(newsNotice([{ name: "Kite", kind: "answer" }]).title).toBe("notice_answer|Kite");
  });

  it("are found once, of all brands together, and only asked about these", async () => {
    await follow(personal, kite, told());
    await follow(personal, acme, told());
    const { asked, find, notify } = world({ "kite.example": told("Stoves"), "other.example": told("Tents") });
    await find();
    expect(notify).toHaveBeenCalledExactlyOnceWith([
      { name: "Kite", kind: "recall" },
      { name: "Kite", kind: "busy" },
    ]);
    expect(asked).toEqual(["acme.example", "kite.example"]);
    await find();
    expect(notify).toHaveBeenCalledTimes(1);
    expect((await listFollows(personal))[1]?.news).toHaveLength(2);
  });

  it("are not looked for where nobody follows anything", async () => {
    const { asked, find, notify } = world({ "kite.example": told("Stoves") });
    await find();
    expect(asked).toEqual([]);
    expect(notify).not.toHaveBeenCalled();
  });

  it("stay in the list although the notification fails", async () => {
    await follow(personal, kite, told());
    const { find, notify } = world({ "kite.example": told("Stoves") });
    notify.mockRejectedValueOnce(new Error("no bus"));
    await expect(find()).rejects.toThrow("no bus");
    expect((await listFollows(personal))[0]?.news).toHaveLength(2);
  });
});

describe("a notification", () => {
  it("says what there is in words of ours, never a title of others", () => {
    expect(newsNotice([{ name: "Kite", kind: "recall" }])).toEqual({
      title: "notice_recall|Kite",
      message: "notice_opens",
    });
    expect(newsNotice([{ name: "Kite", kind: "busy" }]).title).toBe("notice_busy|Kite");
    const several = newsNotice([
      { name: "Kite", kind: "recall" },
      { name: "Acme", kind: "busy" },
    ]);
    expect(several.title).toBe("follow_news|2");
  });

  it.each([
    [true, true, 1],
    [true, false, 0],
    [false, true, 0],
  ])("is shown where it is wanted (%s) and allowed (%s): %d times", async (wanted, allowed, times) => {
    const show = vi.fn(() => Promise.resolve());
    const notify = notifier({
      noticeOf: newsNotice,
      isWanted: () => Promise.resolve(wanted),
      isAllowed: () => Promise.resolve(allowed),
      show,
    });
    await notify([{ name: "Kite", kind: "recall" }]);
    expect(show).toHaveBeenCalledTimes(times);
  });
});
