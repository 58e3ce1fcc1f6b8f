import { describe, expect, test } from "vitest";
import { parseIsoTime } from "./element-time.ts";
import { parseShownTime } from "./relative-time.ts";

const now = new Date(2026, 4, 3, 12, 0).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ["3h", 3 * hour, "hour"],
  ["5m", 5 * minute, "minute"],
  ["45s", 45_000, "second"],
  ["2 d", 2 * day, "day"],
  ["3 hours ago", 3 * hour, "hour"],
  ["an hour ago", hour, "hour"],
  ["3d ago", 3 * day, "day"],
  ["vor 3 Std.", 3 * hour, "hour"],
  ["vor einem Tag", day, "day"],
  ["2 T", 2 * day, "day"],
  ["hace 2 días", 2 * day, "day"],
  ["il y a 5 min", 5 * minute, "minute"],
  ["il y a une heure", hour, "hour"],
  ["3 j", 3 * day, "day"],
  ["há 2 dias", 2 * day, "day"],
  ["4 ore fa", 4 * hour, "hour"],
  ["3 uur geleden", 3 * hour, "hour"],
  ["3 t", 3 * hour, "hour"],
  ["2 godz.", 2 * hour, "hour"],
  ["5 мин.", 5 * minute, "minute"],
  ["2 дня назад", 2 * day, "day"],
  ["3 saat önce", 3 * hour, "hour"],
  ["3小时前", 3 * hour, "hour"],
  ["3 時間前", 3 * hour, "hour"],
  ["5분 전", 5 * minute, "minute"],
  ["2 ngày trước", 2 * day, "day"],
  ["3 giờ", 3 * hour, "hour"],
  ["قبل ٣ ساعات", 3 * hour, "hour"],
  ["2 दिन पहले", 2 * day, "day"],
  ["2 jam yang lalu", 2 * hour, "hour"],
  ["2 weeks ago (edited)", 14 * day, "month"],
  ["12 mths", 12 * 30.44 * day, "month"],
  ["vor 2 Jahren", 2 * 365.25 * day, "year"],
])("%s", (text, age, precision) => {
  expect(parseShownTime(text, now)).toEqual({ at: Math.round(now - age), precision });
});

test.each([
  ["May 3 at 10:12 AM", new Date(2026, 4, 3, 10, 12), "minute"],
  ["June 4 at 5:33 PM", new Date(2025, 5, 4, 17, 33), "minute"],
  ["9:00 AM · Jan 27, 2026", new Date(2026, 0, 27, 9, 0), "minute"],
  ["3. Mai 2024 um 10:12", new Date(2024, 4, 3, 10, 12), "minute"],
  ["3 de mayo de 2024", new Date(2024, 4, 3), "day"],
  ["13 May 2020 at 01:01", new Date(2020, 4, 13, 1, 1), "minute"],
  ["1er juin", new Date(2025, 5, 1), "day"],
  ["3 мая", new Date(2026, 4, 3), "day"],
  ["5月3日", new Date(2026, 4, 3), "day"],
  ["2024年5月3日", new Date(2024, 4, 3), "day"],
  ["5월 3일", new Date(2026, 4, 3), "day"],
  ["· 11-12", new Date(2025, 10, 12), "day"],
  ["2024-11-12", new Date(2024, 10, 12), "day"],
  ["03.05.2024", new Date(2024, 4, 3), "day"],
  ["May 2024", new Date(2024, 4, 1), "month"],
  ["Yesterday at 5:33 PM", new Date(2026, 4, 2, 17, 33), "minute"],
  ["gestern", new Date(2026, 4, 2), "day"],
])("%s is a date of this device", (text, date, precision) => {
  expect(parseShownTime(text, now)).toEqual({ at: date.getTime(), precision });
});

test.each(["", "Ad", "Sponsored", "12", "5/3/2024", "31.02.2024", "99:99", "Follow", "1.2K views", `${"9".repeat(300)} h`])(
  "%s is no time",
  (text) => {
    expect(parseShownTime(text, now)).toBeUndefined();
  },
); // oxfmt-ignore

describe("a machine's time", () => {
  test.each([
    ["2026-05-03T10:11:12Z", Date.UTC(2026, 4, 3, 10, 11, 12), "second"],
    ["2026-05-03T10:11:12.345+02:00", Date.UTC(2026, 4, 3, 8, 11, 12), "second"],
    ["2026-05-03 10:11:12+0000", Date.UTC(2026, 4, 3, 10, 11, 12), "second"],
    ["2026-05-03T10:11Z", Date.UTC(2026, 4, 3, 10, 11), "minute"],
    ["2026-05-03", new Date(2026, 4, 3).getTime(), "day"],
    ["2026-05", new Date(2026, 4, 1).getTime(), "month"],
  ])("%s", (text, at, precision) => {
    expect(parseIsoTime(text, now)).toEqual({ at, precision });
  });

  test("lies neither in the future nor before the web", () => {
    expect(parseIsoTime("2031-01-01T00:00:00Z", now)).toBeUndefined();
    expect(parseIsoTime("1970-01-01T00:00:00Z", now)).toBeUndefined();
    expect(parseIsoTime("2026-13-45T99:00:00Z", now)).toBeUndefined();
  });
});
