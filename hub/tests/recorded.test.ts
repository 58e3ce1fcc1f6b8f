import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReviewsReply } from "../../lib/schema/mangrove.ts";
import { FeedHead, FeedLine } from "../../lib/schema/feed.ts";
import type { Review } from "../../lib/model/review.ts";
import { testHub, type ReviewsBody, type TestHub } from "./hub-fixture.ts";
import { verified } from "./people.ts";

/** Real replies of the public server, read in place where they are at hand. */
const folder = "../shared/recordings/mangrove";
const isHere = existsSync(folder);

interface Recorded {
  readonly jwt: string;
  readonly signature: string;
  /** As the public server shows it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

function recorded(): readonly Recorded[] {
  const files = readdirSync(folder).filter((file) => file.startsWith("reviews_"));
  const byJwt = new Map<string, Recorded>();
  for (const file of files) {
    const json: unknown = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
    for (const entry of ReviewsReply.parse(json).reviews) {
      const { payload } = entry as unknown as Recorded;
      if (entry.jwt) byJwt.set(entry.jwt, { jwt: entry.jwt, signature: entry.signature ?? "", payload });
    }
  }
  return [...byJwt.values()];
}

const payloadIn = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

describe.skipIf(!isHere)("recorded real reviews", () => {
  let hub: TestHub;
  let tokens: readonly Recorded[];
  let reviews: readonly Review[];
  beforeAll(async () => {
    tokens = recorded();
    hub = await testHub();
    reviews = await Promise.all(tokens.map(({ jwt }) => verified(jwt)));
    await hub.storage.copy(reviews);
  });
  afterAll(() => hub.close());

  it("are many, verify, and are all stored", async () => {
    expect(tokens.length).toBeGreaterThan(200);
    expect((await hub.storage.state()).sequence).toBe(tokens.length);
  });

  it("are served byte for byte by signature, with every field that anybody signed", async () => {
    for (const { jwt, signature } of tokens) {
      const served = await hub.json<ReviewsBody["reviews"][number]>(`/review/${signature}`);
      expect([served.jwt, served.signature]).toEqual([jwt, signature]);
      expect(served.payload).toEqual(payloadIn(jwt));
    }
  });

  it("keep metadata that this hub knows nothing of", async () => {
    const known = new Set(["client_id", "nickname", "data_source", "license"]);
    const isForeign = ({ jwt }: Recorded): boolean =>
      Object.keys(payloadIn(jwt)["metadata"] ?? {}).some((key) => !known.has(key));
    const foreign = tokens.filter(isForeign);
    expect(foreign.length).toBeGreaterThan(0);
    for (const { jwt, signature } of foreign) {
      const { payload } = await hub.json<Recorded>(`/review/${signature}`);
      expect(payload["metadata"]).toEqual(payloadIn(jwt)["metadata"]);
    }
  });

  it("stand in the feed byte for byte, in the order in which they came", async () => {
    const head = FeedHead.parse(await hub.json("/v1/feed/head.json"));
    const lines: string[] = [];
    for (const { path } of head.segments) {
      const text = await (await hub.get(`/v1/feed/${path}`)).text();
      for (const line of text.trim().split("\n")) lines.push(FeedLine.parse(JSON.parse(line)).jwt);
    }
    expect(lines).toEqual(tokens.map(({ jwt }) => jwt));
  });

  it("are answered with true when they are handed in once more", async () => {
    for (const { jwt } of tokens.slice(0, 50)) expect(await (await hub.put(jwt)).text()).toBe("true");
    expect((await hub.storage.state()).sequence).toBe(tokens.length);
  });

  it("that edit or delete are known for what they are, and only the newest stands", async () => {
    const changes = reviews.filter(({ kind }) => kind === "edit" || kind === "delete");
    expect(changes.length).toBeGreaterThan(0);
    for (const { signature, target, kind } of changes) {
      const { reviews: standing } = await hub.json<ReviewsBody>(`/reviews?examples=true&signature=${target}`);
      // The original is replaced where it was recorded; where it was not, there is nothing to find.
      expect(standing).toEqual([]);
      const { reviews: own } = await hub.json<ReviewsBody>(`/reviews?examples=true&signature=${signature}`);
      if (kind === "delete") expect(own).toEqual([]);
    }
  });
});
