import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-review-list.ts";
import { emptyFilter } from "./bt-review-filter.ts";
import { generateSigningKey } from "../lib/reviews/keys.ts";
import { signToken, votePayload } from "../lib/reviews/sign.ts";
import { addToOutbox, saveOwnToken } from "../tests/support/personal-rows.ts";
import { databases } from "./databases.ts";
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
import { type Answered, answeredReview, provenBrand } from "./testing/official.ts";
import { outboxRow, ownToken } from "./testing/own.ts";
import { brandUri } from "./testing/world.ts";

function openList(readonly = false): void {
  const list = document.createElement("bt-review-list");
  list.keys = [brandUri];
  list.filter = { ...emptyFilter, sort: "newest" };
  list.readonly = readonly;
  mount(list);
}

async function openThread(): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button", "Reply 1"), "the thread")).click();
  await until(() => find("article", "A new pair"), "the answer");
}

/** The review is the person's own: this device has sent it. */
async function asMine({ review, critic }: Answered): Promise<void> {
  const { id, jwt, signature, signatureKey } = review;
  await saveOwnToken(
    databases().personal,
    await ownToken({ id, jwt, signature, signatureKey, author: critic.author }),
  );
}

/** Once it is known what was said of the answer: before, it cannot be pressed. */
const settle = (): HTMLButtonElement | undefined =>
  find<HTMLButtonElement>("button:not(:disabled)", "the answer by Northwind");
const tags = (): readonly string[] =>
  deepAll(".tag").map((tag) =>
    deepText(tag)
      .trim()
      .replace(/ ?:.*$/, ""),
  );

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
});

describe("an answer to one's own review", () => {
  it("can be said to have settled it, in one press", async () => {
    background.settleReview = async () => ({ ok: true, value: undefined });
    const answered = await answeredReview(await provenBrand());
    await asMine(answered);
    openList();
    await openThread();
    const button = await until(() => settle(), "the button");
    expect(button.getAttribute("aria-label")).toBe("This settled it: the answer by Northwind");
    let announced = "";
    document.body.addEventListener("bt-announce", (event) => (announced = event.detail), { once: true });
    button.click();
    await until(() => announced);
    expect(announced).toBe("Marked as settled. It is sent in a minute.");
    const { signature } = answered.answer;
    expect(commands).toEqual([{ name: "settleReview", data: { signature, settled: true } }]);
  });

  it("and no longer, once that is signed, whether it waits or was sent", async () => {
    background.settleReview = async () => ({ ok: true, value: undefined });
    const answered = await answeredReview(await provenBrand());
    await asMine(answered);
    const payload = votePayload({
      signature: answered.answer.signature,
      ownExperience: true,
      issuedAt: Math.floor(Date.now() / 1000),
    });
    const token = await signToken(payload, answered.critic);
    const { author } = answered.critic;
    await addToOutbox(
      databases().personal,
      await outboxRow({ ...token, author, kind: "vote", subject: payload.sub }),
    );
    openList();
    await openThread();
    const button = await until(() => find<HTMLButtonElement>("button", "No longer settled"), "the button");
    button.click();
    const command = await until(() => commands[0]);
    expect(command.data).toEqual({ signature: answered.answer.signature, settled: false });
  });

  it("tells why it cannot be marked", async () => {
    background.settleReview = async () => ({
      ok: false,
      error: { code: "refused", params: { reason: "not-own" } },
    });
    await asMine(await answeredReview(await provenBrand()));
    openList();
    await openThread();
    let announced = "";
    document.body.addEventListener("bt-announce", (event) => (announced = event.detail), { once: true });
    (await until(() => settle(), "the button")).click();
    await until(() => announced);
    expect(announced).not.toContain("settled");
  });
});

describe("nobody is asked whether it is settled", () => {
  it("who did not write the review", async () => {
    await answeredReview(await provenBrand());
    openList();
    await openThread();
    expect(settle()).toBeUndefined();
  });

  it("where the answer is not the brand's, and inside a page", async () => {
    await asMine(await answeredReview(await generateSigningKey()));
    openList();
    await openThread();
    expect(settle()).toBeUndefined();
    await emptyDatabases();
    await asMine(await answeredReview(await provenBrand()));
    openList(true);
    await openThread();
    expect(settle()).toBeUndefined();
  });
});

describe("what is settled", () => {
  it("says so on the review and on the answer, at any width and in both themes", async () => {
    const answered = await answeredReview(await provenBrand(), { isSettled: true });
    await asMine(answered);
    openList();
    await until(() => tags().includes("Settled"), "the tag on the review");
    await openThread();
    await until(() => tags().filter((tag) => tag === "Settled").length === 2, "the tag on the answer");
    expect(tags()).toContain("Official");
    const proof = find<HTMLAnchorElement>(
      "a",
      "Official: the key is proven by northwind.example; last seen there on",
    );
    expect(proof?.href).toBe("https://northwind.example/.well-known/backtalk.json");
    await until(() => settle());
    useTheme("light");
    await picture("settled-light", 400, 420);
    useTheme("dark");
    await picture("settled-dark", 400, 420);
    await picture("settled-320", 320, 420);
    expectReflow();
    await expectAccessible();
  });

  it("is not what only an answer is", async () => {
    await answeredReview(await provenBrand());
    openList();
    await openThread();
    expect(tags()).toContain("Official");
    expect(tags()).not.toContain("Settled");
  });
});
