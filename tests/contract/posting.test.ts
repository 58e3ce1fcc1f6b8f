// @vitest-environment node
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type TestHub } from "../../hub/tests/hub-fixture.ts";
import type { Draft } from "../../lib/db/drafts.ts";
import type { OutboxRow } from "../../lib/db/outbox.ts";
import type { OwnToken } from "../../lib/db/own-tokens.ts";
import type { Result } from "../../lib/model/result.ts";
import {
  type Composed,
  composeDelete,
  composeDraft,
  composeFlag,
  composeVote,
  type OwnHistory,
  signRespelled,
  signRow,
} from "../../lib/outbox/compose.ts";
import { slipRow } from "../../lib/outbox/slips.ts";
import { otherSpelling } from "../../lib/outbox/spelling.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { flawsByPublishedServer } from "../support/published-server.ts";

const nothing: OwnHistory = { tokens: [], rows: [] };
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    " ",
    "Fine.",
    "ä".repeat(500),
    "a".repeat(1001),
    "👩‍👩‍👧".repeat(40),
    "\u0000",
    "</script>",
  ),
);
const subject = fc.oneof(
  fc.constantFrom("https://shop.test", "https://www.shop.test", "urn:lei:549300WOIFUSNYH0FL22"),
  fc.constantFrom("geo:52.5,13.4?q=Bakery&u=30", "https://shop.test/item/17", "https://kettle.example"),
  fc.webPath().map((path) => `https://shop.test${path}`),
);

const voice = fc.record({
  subject,
  text,
  otherText: text,
  nickname: fc.oneof(fc.constantFrom("", "Ann"), fc.string({ unit: "grapheme", maxLength: 24 })),
  stars: fc.constantFrom(undefined, 1, 2, 3, 4, 5),
  otherStars: fc.constantFrom(undefined, 1, 5),
  ownExperience: fc.boolean(),
  affiliated: fc.boolean(),
  isSample: fc.boolean(),
  nowMs: fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2026-12-31") }),
});
type Voice = typeof voice extends fc.Arbitrary<infer T> ? T : never;

function draftOf(said: Voice, more: Partial<Draft> = {}): Draft {
  const { stars, nickname, ownExperience, affiliated, nowMs } = said;
  const content = { text: said.text, ...(stars !== undefined && { stars }) };
  const about = { subjectKey: said.subject, subject: said.subject, title: "" };
  return { ...about, ...content, nickname, ownExperience, affiliated, updatedAt: nowMs, ...more };
}

/** An own token as the outbox keeps it once a server has it. */
function ownOf(row: OutboxRow, key: SigningKey): OwnToken {
  const { id, jwt, signature, signatureKey, subject: sub, subjectKey, kind, slipJwt, createdAt } = row;
  const token = { id, jwt, signature, signatureKey, subject: sub, subjectKey, kind, slipJwt, createdAt };
  return { ...token, author: key.author, state: "live", server: "https://a.test" };
}

async function signed(
  composed: Result<Composed>,
  key: SigningKey,
  nowMs: number,
): Promise<OutboxRow | undefined> {
  const row = composed.ok ? await signRow(composed.value, key, nowMs) : composed;
  return row.ok ? row.value : undefined;
}

/** Everything that the product can post about what was said, in the order in which a server gets it. */
async function everythingFrom(said: Voice, ann: SigningKey): Promise<readonly OutboxRow[]> {
  const { nowMs, isSample, ownExperience } = said;
  const review = await signed(composeDraft(draftOf(said), ann.author, nothing, nowMs, isSample), ann, nowMs);
  if (!review) return [];
  const [bob, once] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const { signature, subjectKey } = review;
  const past: OwnHistory = { tokens: [ownOf(review, ann)], rows: [] };
  const { otherText: words, otherStars } = said;
  const edited = draftOf(said, { editOf: signature, text: words });
  const edit = composeDraft(
    { ...edited, ...(otherStars !== undefined && { stars: otherStars }) },
    ann.author,
    past,
    nowMs,
    isSample,
  );
  const about = { signature, subjectKey, title: "", isSample };
  const reply = composeDraft(draftOf(said, { replyTo: signature }), bob.author, nothing, nowMs, isSample);
  const other = otherSpelling(review.subject);
  const rows = [
    review,
    other === undefined ? undefined : await signRespelled(review, other, ann),
    await signed(edit, ann, nowMs + 1000),
    await signed(reply, bob, nowMs),
    await signed(
      { ok: true, value: composeVote({ ...about, confirm: ownExperience }, bob.author, nothing, nowMs) },
      bob,
      nowMs,
    ),
    await signed({ ok: true, value: composeFlag({ ...about, reason: "terms", words }, nowMs) }, once, nowMs),
    await signed(
      { ok: true, value: composeFlag({ ...about, reason: "quality", words: "" }, nowMs) },
      bob,
      nowMs,
    ),
    await signed({ ok: true, value: composeDelete(ownOf(review, ann), past, nowMs + 2000) }, ann, nowMs),
  ];
  return rows.filter((row) => row !== undefined);
}

describe("whatever we can post", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await testHub({ now: () => Date.parse("2027-01-01") });
  });
  afterAll(() => hub.close());

  it("passes the rules of the published server, its slip too, and our own hub takes it", async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(voice, async (said) => {
        // A key for each: otherwise the same words twice would be duplicates.
        const ann = await generateSigningKey();
        for (const row of await everythingFrom(said, ann)) {
          expect(flawsByPublishedServer(row.jwt), row.kind).toEqual([]);
          if (row.slipJwt) expect(flawsByPublishedServer(row.slipJwt), `slip of a ${row.kind}`).toEqual([]);
          const reply = await hub.put(row.jwt);
          expect([row.kind, reply.status, await reply.text()]).toEqual([row.kind, 200, "true"]);
          seen.set(row.kind, (seen.get(row.kind) ?? 0) + 1);
        }
      }),
      { numRuns: 60 },
    );
    for (const kind of ["review", "edit", "reply", "vote", "flag", "delete"])
      expect(seen.get(kind), kind).toBeGreaterThan(10);
  });

  it("can be withdrawn by its slip alone, also after an edit", async () => {
    const ann = await generateSigningKey();
    const said: Voice = {
      subject: "https://shop.test",
      text: "Good",
      otherText: "Bad",
      nickname: "",
      stars: 4,
      otherStars: 1,
      ownExperience: true,
      affiliated: false,
      isSample: false,
      nowMs: Date.parse("2026-06-01"),
    };
    const [review, , edit] = await everythingFrom(said, ann);
    for (const row of [review, edit]) await hub.put(row?.jwt ?? "");
    const slip = await slipRow(review?.slipJwt ?? "", undefined, said.nowMs);
    expect(slip.ok && flawsByPublishedServer(slip.value.jwt)).toEqual([]);
    expect((await hub.put(slip.ok ? slip.value.jwt : "")).status).toBe(200);
    const standing = await hub.json<{ reviews: unknown[] }>(`/reviews?kid=${encodeURIComponent(ann.kid)}`);
    expect(standing.reviews).toEqual([]);
  });
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the rules of the published server", () => {
  let key: SigningKey;
  beforeAll(async () => {
    key = await generateSigningKey();
  });
  /** Signs anything, however wrong. */
  async function forge(payload: object, header: object = {}): Promise<string> {
    const head = { alg: "ES256", typ: "JWT", kid: key.kid, jwk: JSON.stringify(key.publicJwk), ...header };
    const signedPart = `${encode(head)}.${encode({ iat: 1_772_323_200, sub: "https://shop.test", rating: 50, ...payload })}`;
    const raw = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      key.privateKey,
      new TextEncoder().encode(signedPart),
    );
    return `${signedPart}.${Buffer.from(raw).toString("base64url")}`;
  }

  it("take a plain review", async () => {
    expect(flawsByPublishedServer(await forge({}))).toEqual([]);
  });

  it.each<[string, object, object?]>([
    ["iat", { iat: 1_577_836_799 }],
    ["iat", { iat: 1_772_323_200_000 }],
    ["iat", { iat: "now" }],
    ["rating", { rating: 101 }],
    ["rating", { rating: 2.5 }],
    ["rating 0 without words", { rating: 0 }],
    ["opinion", { opinion: "ä".repeat(501) }],
    ["opinion", { opinion: "" }],
    ["neither rating nor opinion", { rating: undefined }],
    ["subject's scheme", { sub: "http://shop.test" }],
    ["subject's scheme", { sub: "urn:maresi:short" }],
    ["subject longer than 100", { sub: `https://shop.test/${"a".repeat(90)}` }],
    ["Key is not one of Mangrove Core Metadata Keys: license", { metadata: { license: "CC0" } }],
    ["metadata is_affiliated", { metadata: { is_affiliated: true } }],
    ["metadata nickname", { metadata: { nickname: "n".repeat(21) } }],
    ["metadata client_id", { metadata: { client_id: "Backtalk" } }],
    ["image label", { images: [{ src: "https://a.test/1.png", label: "l".repeat(51) }] }],
    ["image src", { images: [{ src: "1.png" }] }],
    ["action", { action: "edit" }],
    ["unknown field weight", { weight: 1 }],
    ["alg", {}, { alg: "ES384" }],
    ["jwk", {}, { jwk: undefined }],
    ["crit", {}, { crit: ["exp"] }],
  ])("find %s in %j %j", async (flaw, payload, header) => {
    expect(flawsByPublishedServer(await forge(payload, header))).toContain(flaw);
  });

  it("find a signature that is another's, and a key that is folded", async () => {
    const [header, body] = (await forge({})).split(".");
    expect(flawsByPublishedServer(`${header}.${body}.${"A".repeat(86)}`)).toContain("signature");
    const folded = await forge({}, { kid: key.kid.replace("-----M", "-----\nM") });
    expect(flawsByPublishedServer(folded)).toEqual(["kid is no P-256 key as PEM on one line"]);
    expect(flawsByPublishedServer("a.b")).toEqual(["not a compact JWS"]);
  });
});
