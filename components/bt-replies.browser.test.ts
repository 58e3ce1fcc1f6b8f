import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-answers.ts";
import "./bt-answers-line.ts";
import "./bt-review-list.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { listPeople } from "../lib/db/people.ts";
import { storeReviews } from "../lib/db/store-reviews.ts";
import type { StoredReview } from "../lib/db/community-rows.ts";
import { generateSigningKey, type SigningKey } from "../lib/reviews/keys.ts";
import { replyPayload, reviewPayload, votePayload, type ReviewPayload } from "../lib/reviews/payloads.ts";
import { signToken } from "../lib/reviews/sign.ts";
import { verifyToken } from "../lib/reviews/token.ts";
import { addToOutbox, saveOwnToken } from "../tests/support/personal-rows.ts";
import { databases } from "./databases.ts";
import { outboxRow } from "./testing/own.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { brandUri } from "./testing/world.ts";

const nowSeconds = Math.floor(Date.now() / 1000);

/** Signs, verifies and stores, as a sync would. */
async function store(payload: ReviewPayload, key?: SigningKey): Promise<StoredReview> {
  const { jwt } = await signToken(payload, key ?? (await generateSigningKey()));
  const verified = await verifyToken(jwt);
  if (!verified.ok) throw new Error(verified.error.code);
  const { subject } = verified.value;
  const row = { ...verified.value, subjectKey: subject, siteKey: "northwind.example", addedFrom: "test" };
  await storeReviews(databases().community, [row], { asOf: nowSeconds });
  return row;
}

function reply(to: StoredReview, nickname: string, opinion: string, hoursAgo: number): Promise<StoredReview> {
  const issuedAt = nowSeconds - hoursAgo * 3600;
  return store(replyPayload({ signature: to.signature, nickname, opinion, issuedAt }));
}

async function review(key?: SigningKey): Promise<StoredReview> {
  const about = { subject: brandUri, stars: 2, nickname: "anna_k", issuedAt: nowSeconds - 100 * 3600 };
  return store(reviewPayload({ ...about, opinion: "The soles came off." }), key);
}

/** The person posted this from here. */
async function isOwn({
  author,
  id,
  jwt,
  kind,
  signature,
  signatureKey,
  subject,
  subjectKey,
}: StoredReview): Promise<void> {
  const about = { author, id, jwt, kind, signature, signatureKey, subject, subjectKey };
  await saveOwnToken(databases().personal, {
    ...about,
    createdAt: 1,
    state: "live",
    server: "https://hub.example",
  });
}

async function openThread(): Promise<void> {
  const list = document.createElement("bt-review-list");
  list.keys = [brandUri];
  list.filter = { ...emptyFilter, sort: "newest" };
  mount(list);
  (
    await until(
      () =>
        find<HTMLButtonElement>("button.text-button", "review by anna_k") &&
        find<HTMLButtonElement>("button[aria-label^=Reply]"),
    )
  ).click();
}

const card = (name: string): HTMLElement | undefined => find("article", `Reply by ${name}`);

async function pick(name: string, item: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button", `More about the reply by ${name}`), name)).click();
  (await until(() => find("[role=menuitem]", item), item)).click();
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.flagReview;
  delete background.voteReview;
  await emptyDatabases();
});

describe("a thread", () => {
  it("steps in four levels and then stands in line", async () => {
    let above = await review();
    for (const level of [1, 2, 3, 4, 5, 6])
      above = await reply(above, `level ${level}`, "And then?", 60 - level);
    await openThread();
    await until(() => card("level 6"), "the deepest");
    const indents = [1, 2, 3, 4, 5, 6].map(
      (level) => card(`level ${level}`)?.getBoundingClientRect().left ?? 0,
    );
    expect(new Set(indents).size).toBe(4);
    expect(indents[5]).toBe(indents[3]);
    useTheme("light");
    await picture("thread-deep-400", 400, 900);
    await picture("thread-deep-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });

  it("folds the older ones of many, and opens them", async () => {
    const top = await review();
    for (const turn of [1, 2, 3, 4, 5, 6, 7]) await reply(top, `guest ${turn}`, "So did mine.", 60 - turn);
    await openThread();
    const fold = await until(() => find<HTMLButtonElement>("button", "3 older replies"), "the fold");
    expect(card("guest 3")).toBeUndefined();
    expect(card("guest 7")).toBeDefined();
    fold.click();
    await until(() => card("guest 1"), "the oldest");
  });
});

describe("a reply", () => {
  it("can be answered, and called helpful or confirmed", async () => {
    background.voteReview = async () => ({ ok: true, value: "v".repeat(32) });
    const key = await generateSigningKey();
    const row = { ...key, publicJwk: {} as JsonWebKey, backup: "none", createdAt: 1, chosenAt: 1 } as const;
    await databases().personal.keys.put(row);
    const top = await review();
    const answer = await reply(top, "ben", "Which size?", 10);
    await store(votePayload({ signature: answer.signature, ownExperience: false, issuedAt: nowSeconds }));
    await openThread();
    const composing: unknown[] = [];
    document.body.addEventListener("bt-compose", ({ detail }) => composing.push(detail), { once: true });
    (await until(() => find<HTMLButtonElement>("button", "Reply to ben"))).click();
    expect(composing).toEqual([{ kind: "reply", signature: answer.signature, name: "ben" }]);
    (await until(() => find<HTMLButtonElement>("button", "Helpful 1: reply by ben"))).click();
    const vote = await until(() => commands.find(({ name }) => name === "voteReview"), "the vote");
    expect(vote.data).toEqual({ signature: answer.signature, confirm: false });
    await pick("ben", "This happened to me too");
    await until(() => commands.filter(({ name }) => name === "voteReview").length === 2, "the confirmation");
    expect(commands.at(-1)?.data).toEqual({ signature: answer.signature, confirm: true });
  });

  it("can be muted with everything below it, and reported in two presses", async () => {
    background.flagReview = async () => ({ ok: true, value: "f".repeat(32) });
    const top = await review();
    const answer = await reply(top, "ben", "Fake!", 10);
    await reply(answer, "cleo", "Rude.", 5);
    await reply(top, "dora", "Buy pills.", 3);
    await openThread();
    await pick("dora", "It is of no use");
    await until(() => !card("dora") && find("bt-hidden-line", "Reported"), "the report's line");
    const flag = commands.find(({ name }) => name === "flagReview");
    expect(flag?.data).toMatchObject({ reason: "quality", words: "" });
    await pick("ben", "Mute ben");
    await until(() => !card("ben") && !card("cleo"), "the branch gone");
    expect(await listPeople(databases().personal, "muted")).toMatchObject([{ name: "ben" }]);
  });

  it("of one's own stands at once, and can be changed and deleted but not voted on", async () => {
    const top = await review();
    const subject = `urn:maresi:${top.signature}`;
    const payload = replyPayload({
      signature: top.signature,
      nickname: "me",
      opinion: "Mine, too.",
      issuedAt: nowSeconds,
    });
    const key = await generateSigningKey();
    const token = await signToken(payload, key);
    const row = await outboxRow({ ...token, kind: "reply", subject, subjectKey: subject });
    await addToOutbox(databases().personal, row);
    await openThread();
    await until(() => card("me"), "the waiting reply");
    expect(deepText(card("me") ?? document.body)).toContain("waits to be sent");
    await databases().personal.outbox.delete(row.id);
    const sent = await store(payload, key);
    await isOwn(sent);
    await until(() => find("button", "More about the reply by me"), "the sent reply");
    expect(find("button", "Helpful: reply by me")).toBeUndefined();
    const composing: unknown[] = [];
    document.body.addEventListener("bt-compose", ({ detail }) => composing.push(detail), { once: true });
    await pick("me", "Edit");
    expect(composing).toEqual([{ kind: "edit", signature: sent.signature }]);
    await pick("me", "Delete");
    await until(() => find("h2", "Delete your reply?"), "the question");
    useTheme("dark");
    await picture("reply-delete-320-dark", 320, 640);
    expectReflow();
  });
});

/** Somebody answered a review of the person's own. */
async function answered(): Promise<{ top: StoredReview; answer: StoredReview }> {
  const top = await review();
  await isOwn(top);
  const answer = await reply(top, "ben", "Mine lasted. Which batch?", 10);
  return { top, answer };
}

describe("who answered", () => {
  it("is one line by people, and goes once the answers were on screen", async () => {
    const { top } = await answered();
    await reply(top, "ben", "Still there?", 5);
    const line = mount(document.createElement("bt-answers-line"));
    // By different keys: two people.
    await until(() => deepText(line).includes("2 people answered you"), "the line");
    const list = document.createElement("bt-answers");
    document.body.append(list);
    await until(() => deepAll(".card", list.shadowRoot ?? document.body).length === 2, "the answers");
    await until(() => !deepText(line).includes("answered you"), "no line");
    expect(deepAll(".tag", list.shadowRoot ?? document.body).map((tag) => deepText(tag).trim())).toEqual([
      "New",
      "New",
    ]);
    expect(await databases().personal.seenAnswers.count()).toBe(2);
  });

  it("lists what was answered, and each opens its thread", async () => {
    const { answer } = await answered();
    await reply(answer, "cleo", "March.", 2);
    const list = document.createElement("bt-answers");
    mount(list);
    await until(() => find(".card", "answered your review of northwind.example"), "the answer");
    (await until(() => find<HTMLButtonElement>("button", "Open the thread of the reply by ben"))).click();
    const front = await until(() => find("article.front"), "the thread");
    expect(deepText(front)).toContain("Which batch?");
    await until(() => card("cleo"), "the reply to it");
    useTheme("light");
    await picture("answers-400", 400, 900);
    useTheme("dark");
    await picture("answers-320-dark", 320, 900);
    expectReflow();
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Close the thread of the reply by ben"))).click();
    await until(() => !find("article.front"), "the thread closed");
  });

  it("says so where nobody did", async () => {
    mount(document.createElement("bt-answers"));
    await until(() => find("p", "Nobody has answered you yet."), "the words");
  });
});
