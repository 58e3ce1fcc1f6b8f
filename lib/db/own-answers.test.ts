import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { hideItem } from "./hidden.ts";
import { answersToOwn, markAnswersSeen, markAnswersTold, newAnswerers } from "./own-answers.ts";
import { choosePerson } from "./people.ts";
import type { KeyRow, OwnToken } from "./personal-rows.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";
import { removeReviews, storeReviews } from "./store-reviews.ts";
import { reviewAbove } from "./thread.ts";

let personal: PersonalDatabase;
let community: CommunityDatabase;
let databases = 0;
const asOf = 1_700_000_500;

beforeEach(() => {
  personal = openPersonal(`answers-${databases}`);
  community = openCommunity(`answers-community-${databases++}`);
});
afterEach(async () => {
  await personal.delete();
  await community.delete();
});

async function say(...statements: readonly Statement[]): Promise<void> {
  await storeReviews(community, statements.map(stored), { asOf });
}

/** The person posted this from here. */
async function posted(statement: Statement, changes: Partial<OwnToken> = {}): Promise<void> {
  const { author, id, kind, signature, signatureKey, subject, subjectKey } = stored(statement);
  const about = { id, author, kind, signature, signatureKey, subject, subjectKey };
  const row = { ...about, jwt: "", createdAt: 1, state: "live", server: "https://hub.example" } as const;
  await personal.ownTokens.put({ ...row, ...changes });
}

const mine = { name: "mine", author: "me", rating: 50 } as const;
const answer = { name: "answer", author: "ben", kind: "reply", target: "mine", opinion: "Why?" } as const;
const myReply = {
  name: "my reply",
  author: "me",
  kind: "reply",
  target: "answer",
  opinion: "Soles.",
} as const;
const further = { ...answer, name: "further", author: "cleo", target: "my reply", issuedAt: 1_700_000_100 };

function answerBy(author: string): Statement {
  return { ...answer, name: `by ${author}`, author };
}

async function names(): Promise<readonly string[]> {
  const known = new Map([answer, myReply, further].map(({ name }) => [idOf(name), name]));
  return (await answersToOwn(personal, community)).map(({ reply }) => known.get(reply.id) ?? reply.id);
}

describe("answers to what the person wrote", () => {
  it("are not drowned by a flood below something else of theirs", async () => {
    const second = { name: "second", author: "me", rating: 50, subject: "https://second.example" } as const;
    await say(mine, second, answer);
    await posted(mine);
    await posted(second);
    const row = await community.replies.get(idOf("answer"));
    const flood = Array.from({ length: 2100 }, (_, index) => ({
      ...row!,
      id: idOf(`flood ${index}`),
      author: idOf(`crowd ${index}`),
      target: idOf("second"),
      repliedAt: asOf,
    }));
    await community.replies.bulkPut(flood);
    expect(await names()).toEqual(["answer"]);
  });

  it("are none where they wrote nothing", async () => {
    await say(mine, answer);
    expect(await names()).toEqual([]);
  });

  it("are replies to their reviews and to their replies, the newest first", async () => {
    await say(mine, answer, myReply, further);
    await posted(mine);
    await posted(myReply);
    expect(await names()).toEqual(["further", "answer"]);
    const [toReply, toReview] = await answersToOwn(personal, community);
    expect(toReview).toMatchObject({ to: "review", subject: "https://brand.example", isNew: true });
    expect(toReply).toMatchObject({ to: "reply", isNew: true });
    expect(toReply?.subject).toBeUndefined();
  });

  it("leave out what they answered themselves, with a key that is here or gone", async () => {
    await say(mine, { ...answer, author: "me too" }, { ...further, author: "me once", target: "mine" });
    await posted(mine);
    await personal.keys.put({ author: idOf("me too") } as KeyRow);
    await posted({ name: "elsewhere", author: "me once" });
    expect(await names()).toEqual([]);
  });

  it("are found for a key that was brought here, though nothing was posted from here", async () => {
    await say(mine, answer, myReply, further);
    await personal.keys.put({ author: idOf("me") } as KeyRow);
    expect(await names()).toEqual(["further", "answer"]);
  });

  it("are none to a review that was taken back", async () => {
    await say(mine, answer);
    await posted(mine, { state: "deleted" });
    expect(await names()).toEqual([]);
  });

  it("leave out whom they muted, what they hid, what a list names and what was removed", async () => {
    const all = ["a", "b", "c", "d", "e"].map(answerBy);
    await say(mine, ...all);
    await posted(mine);
    await choosePerson(personal, { author: idOf("a"), choice: "muted", at: 1 });
    await hideItem(personal, { id: idOf("by b"), why: "reported", at: 1 });
    await community.blocked.put({ list: "https://lists.example/x.json", id: idOf("c") });
    await removeReviews(community, [{ id: idOf("by d") }], { asOf });
    expect(await names()).toEqual([idOf("by e")]);
  });
});

describe("what was seen", () => {
  it("is counted by people, and no longer new", async () => {
    await say(mine, answer, { ...answer, name: "again" }, { ...answer, name: "other", author: "cleo" });
    await posted(mine);
    const answers = await answersToOwn(personal, community);
    expect(newAnswerers(answers)).toBe(2);
    await markAnswersSeen(personal, [{ id: idOf("other") }], 5);
    expect(newAnswerers(await answersToOwn(personal, community))).toBe(1);
  });

  it("is told once, and stays seen", async () => {
    const [one, two] = [{ id: "a1" }, { id: "b2" }];
    expect(await markAnswersTold(personal, [one], 1)).toEqual(["a1"]);
    await markAnswersSeen(personal, [one], 2);
    expect(await markAnswersTold(personal, [one, two], 3)).toEqual(["b2"]);
    expect(await personal.seenAnswers.toArray()).toEqual([
      { id: "a1", state: "seen", at: 2 },
      { id: "b2", state: "told", at: 3 },
    ]);
  });
});

describe("the top of a thread", () => {
  it("is the review that all of it is about", async () => {
    await say(mine, answer, myReply, further);
    expect((await reviewAbove(community, idOf("further")))?.id).toBe(idOf("mine"));
    expect((await reviewAbove(community, idOf("answer")))?.id).toBe(idOf("mine"));
  });

  it("is missing where that review no longer counts or was never here", async () => {
    await say(mine, answer, { ...mine, name: "newer", issuedAt: 1_700_000_050 });
    expect(await reviewAbove(community, idOf("answer"))).toBeUndefined();
    expect(await reviewAbove(community, idOf("unheard of"))).toBeUndefined();
  });
});
