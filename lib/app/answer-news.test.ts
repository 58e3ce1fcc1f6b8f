import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "../db/community.ts";
import { markAnswersSeen } from "../db/own-answers.ts";
import { choosePerson } from "../db/people.ts";
import type { KeyRow } from "../db/personal-rows.ts";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import { storeReviews } from "../db/store-reviews.ts";
import { findAnswerNews } from "./answer-news.ts";
import { answersNotice } from "./notice.ts";

vi.mock("../i18n.ts", () => import("../../tests/support/keys-as-texts.ts"));

let personal: PersonalDatabase;
let community: CommunityDatabase;
let databases = 0;
beforeEach(async () => {
  personal = openPersonal(`answer-news-${databases}`);
  community = openCommunity(`answer-news-community-${databases++}`);
  await personal.keys.put({ author: idOf("me") } as KeyRow);
});
afterEach(async () => {
  await personal.delete();
  await community.delete();
});

const mine: Statement = { name: "mine", author: "me", rating: 50 };

function answerBy(author: string, name = `by ${author}`): Statement {
  return { name, author, kind: "reply", target: "mine", opinion: "Why?" };
}

async function say(...statements: readonly Statement[]): Promise<void> {
  await storeReviews(community, statements.map(stored), { asOf: 1_700_000_500 });
}

/** Looks once more. @returns Of how many people one would be told. */
async function told(): Promise<readonly number[]> {
  const notify = vi.fn<(people: number) => Promise<void>>(() => Promise.resolve());
  await findAnswerNews({ personal, community, notify, now: () => 1 });
  return notify.mock.calls.map(([people]) => people);
}

describe("news of answers", () => {
  it("are told by people, each answer once, though nobody looked at them", async () => {
    await say(mine, answerBy("ben"), answerBy("ben", "again"), answerBy("cleo"));
    expect(await told()).toEqual([2]);
    expect(await told()).toEqual([]);
    await say(answerBy("dora"));
    expect(await told()).toEqual([1]);
  });

  it("are none of those whom the person muted, or whose answer they have seen", async () => {
    await say(mine, answerBy("ben"), answerBy("cleo"));
    await choosePerson(personal, { author: idOf("ben"), choice: "muted", at: 1 });
    await markAnswersSeen(personal, [{ id: idOf("by cleo") }], 1);
    expect(await told()).toEqual([]);
  });

  it("are told in our words alone: no name and no text", () => {
    expect(answersNotice(2)).toEqual({ title: "answered_you|2", message: "notice_answers_opens" });
  });
});
