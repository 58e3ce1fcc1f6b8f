import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, expect, it } from "vitest";
import "./bt-talk.ts";
import { ok } from "../lib/model/result.ts";
import { databases } from "./databases.ts";
import {
  deepAll,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  picture,
  until,
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { answerOf, dailyRow, talkThread } from "./testing/talk.ts";
import { press, putAnswers, showTalk, storyTitles } from "./testing/talk-page.ts";

const brand = brandPage.resolution.brand!;

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.listSources = async () => ok([]);
  await emptyDatabases();
});

afterEach(() => useLanguage("en", "ltr"));

it("lets no title, name or address of strangers be more than text", async () => {
  const evil = `<img src=x onerror="document.title='owned'">\u202e${"Donaudampfschifffahrt".repeat(12)}`;
  await putAnswers(
    answerOf("lemmy", evil, {
      threads: [
        talkThread("lemmy", "1", {
          title: evil,
          url: "javascript:document.title='owned'",
          room: evil,
          publishedAt: 1e300,
          about: "data:text/html,x",
        }),
        talkThread("lemmy", "2", { title: "", excerpt: evil, language: "not a language!" }),
      ],
      next: "2",
    }),
  );
  await databases().community.dailyBrands.put(
    dailyRow({ titles: [{ source: "x", title: evil, url: "javascript:alert(1)" }] }),
  );
  showTalk({ subject: { ...brand, name: evil } });
  await until(() => storyTitles().length === 2);
  await picture("talk-hostile-320", 320, 900);
  expectReflow();
  await expectAccessible();
  expect(deepAll("img")).toEqual([]);
  expect(
    deepAll<HTMLAnchorElement>("a").filter(
      ({ protocol }) => protocol !== "https:" && protocol !== location.protocol,
    ),
  ).toEqual([]);
  expect(document.title).not.toBe("owned");
});

it("draws a list of thousands bit by bit", async () => {
  const threads = Array.from({ length: 3000 }, (_, index) =>
    talkThread("lemmy", `n${index}`, { publishedAt: index * 1000 }),
  );
  await putAnswers(answerOf("lemmy", "Lemmy", { threads }));
  showTalk();
  await until(() => storyTitles().length >= 15);
  expect(storyTitles().length).toBeLessThan(200);
  scrollTo(0, document.documentElement.scrollHeight);
  const before = storyTitles().length;
  await until(() => storyTitles().length > before, "more");
});

it("says that the local copy cannot be read, and tries again", async () => {
  const { community } = databases();
  const where = community.answers.where.bind(community.answers);
  community.answers.where = () => {
    throw new Error("disk");
  };
  showTalk();
  await until(() => find("[role=alert]", "The saved conversations cannot be read"));
  community.answers.where = where;
  await press("Try again");
  await until(() => find("h2", "What is said about"));
});
