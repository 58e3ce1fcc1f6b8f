import type { OfficialKey } from "../../lib/model/official.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";
import type { BucketBrandRow, DailyBrandRow } from "../../lib/db/talk-rows.ts";
import { isDebatable, type Removal } from "../../lib/model/removal.ts";
import { ok, problem, type Result } from "../../lib/model/result.ts";
import type { Net, NetReply, NetRequest } from "../../lib/net/index.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { createSync, type Sync } from "../../lib/sync/index.ts";
import type { FeedState, ServerState } from "../../lib/sync/state.ts";
import type { SyncStorage } from "../../lib/sync/storage.ts";

/** 1 March 2026, in seconds. */
export const startSeconds = 1_772_323_200;

/** Thrown at and after the moment at which a worker is killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/**
 * A worker's life: each call into the outside passes `through`, and the one numbered `dieAt` never comes back,
 * nor does any after it. `early` decides whether that one still takes effect.
 */
export class Life {
  calls = 0;
  readonly #dieAt: number;
  readonly #early: boolean;
  constructor(dieAt = Infinity, early = true) {
    this.#dieAt = dieAt;
    this.#early = early;
  }
  get isOver(): boolean {
    return this.calls >= this.#dieAt;
  }
  async through<T>(call: () => T | Promise<T>): Promise<T> {
    const number = ++this.calls;
    if (number > this.#dieAt || (number === this.#dieAt && this.#early)) throw new Killed();
    const value = await call();
    if (number === this.#dieAt) throw new Killed();
    return value;
  }
}

/** What survives a worker: the rows, and a count of each review's arrivals. */
export class Disk {
  readonly states = new Map<string, ServerState | FeedState>();
  readonly reviews = new Map<string, StoredReview>();
  readonly removed = new Map<string, Removal>();
  /** Rows of daily files, by feed and brand. */
  readonly brands = new Map<string, Map<string, DailyBrandRow>>();
  /** Keys that daily files call official, by feed. */
  readonly officialKeys = new Map<string, readonly OfficialKey[]>();
  /** What buckets said of brands. */
  bucketBrands: readonly BucketBrandRow[] = [];

  storage(life = new Life()): SyncStorage {
    return {
      state: (id) => life.through(() => this.states.get(id)),
      saveState: (state) => life.through(() => void this.states.set(state.id, state)),
      storeReviews: (reviews) =>
        life.through(() => {
          for (const review of reviews) if (!this.removed.has(review.id)) this.reviews.set(review.id, review);
        }),
      removeReviews: (removals) =>
        life.through(() => {
          for (const removal of removals) {
            this.removed.set(removal.id, removal);
            this.reviews.delete(removal.id);
          }
        }),
      liftRemovals: (ids, feed) =>
        life.through(() => {
          for (const id of ids) if (this.removed.get(id)?.feed === feed) this.removed.delete(id);
        }),
      debatableRemovals: (feed) =>
        life.through(() =>
          [...this.removed.values()]
            .filter((removal) => removal.feed === feed && isDebatable(removal.code))
            .map(({ id }) => id),
        ),
      replaceBrands: (feed, rows) =>
        life.through(() => void this.brands.set(feed, new Map(rows.map((row) => [row.brandId, row])))),
      changeBrands: (feed, { rows, gone }) =>
        life.through(() => {
          const stored = this.brands.get(feed) ?? new Map<string, DailyBrandRow>();
          for (const row of rows) stored.set(row.brandId, row);
          for (const brandId of gone) stored.delete(brandId);
          this.brands.set(feed, stored);
        }),
      removeBrands: (feed) => life.through(() => void this.brands.delete(feed)),
      replaceOfficialKeys: (feed, keys) => life.through(() => void this.officialKeys.set(feed, keys)),
      saveBucketBrand: (row) => life.through(() => void (this.bucketBrands = [...this.bucketBrands, row])),
      removeBucketBrands: (feed) =>
        life.through(() => void (this.bucketBrands = this.bucketBrands.filter((row) => row.feed !== feed))),
      feedsWithBrands: () =>
        life.through(() => [
          ...new Set([...this.brands.keys(), ...this.bucketBrands.map((row) => row.feed)]),
        ]),
    };
  }
}

export interface Signed {
  readonly jwt: string;
  readonly id: string;
  readonly signature: string;
  readonly iat: number;
}

let cachedKey: Promise<SigningKey> | undefined;

/** `count` signed reviews, an hour apart, the newest first, all by one key. */
export async function signReviews(count: number, newestSeconds = startSeconds): Promise<Signed[]> {
  const key = await (cachedKey ??= generateSigningKey());
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const issuedAt = newestSeconds - i * 3600;
      const payload = reviewPayload({ subject: `https://brand${i}.com`, stars: 4, issuedAt });
      return { ...(await signToken(payload, key)), iat: payload.iat };
    }),
  );
}

export function reply(body: string | Uint8Array<ArrayBuffer>, etag?: string): Result<NetReply> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const text = (): string => new TextDecoder().decode(bytes);
  return ok({ status: 200, bytes, text, notModified: false, ...(etag !== undefined && { etag }) });
}

/** A review server as the contract describes it. */
export class FakeServer {
  tokens: readonly { readonly jwt: string; readonly signature: string; readonly iat: number }[];
  readonly requests: URL[] = [];
  /** The published server of 2023: does not know `offset`. */
  isOld = false;
  mostRows = Infinity;
  constructor(tokens: FakeServer["tokens"]) {
    this.tokens = tokens;
  }
  answer({ url }: NetRequest): Result<NetReply> {
    const { searchParams } = URL.parse(url) ?? new URL("about:blank");
    this.requests.push(new URL(url));
    const limit = Number(searchParams.get("limit"));
    const offset = this.isOld ? 0 : Number(searchParams.get("offset"));
    const after = Number(searchParams.get("gt_iat") ?? 0);
    if (limit > this.mostRows) return problem("refused", { reason: "http-413", status: 413 });
    const rows = this.tokens
      .filter(({ iat }) => iat > after)
      .toSorted((a, b) => b.iat - a.iat)
      .slice(offset, offset + limit);
    return reply(JSON.stringify({ reviews: rows.map(({ jwt, signature }) => ({ jwt, signature })) }));
  }
}

type Answer = (request: NetRequest) => Result<NetReply> | Promise<Result<NetReply>>;

export interface World {
  readonly sync: Sync;
  readonly clock: { ms: number };
}

/** A sync over a disk and answers by host, with a clock that the caller moves. */
export function startSync(
  disk: Disk,
  answers: Readonly<Record<string, Answer>>,
  sources: {
    servers?: readonly string[];
    feeds?: readonly string[];
    heedsAll?: (feed: string) => Promise<boolean>;
  },
  life = new Life(),
  clock = { ms: startSeconds * 1000 },
): World {
  const net: Net = {
    request: (request) =>
      life.through(
        () => answers[new URL(request.url).host]?.(request) ?? problem("offline", { reason: "unreachable" }),
      ),
  };
  const sync = createSync({
    storage: disk.storage(life),
    net,
    place: (subject) => ({ subjectKey: subject }),
    servers: async () => sources.servers ?? [],
    feeds: async () => sources.feeds ?? [],
    ...(sources.heedsAll && { heedsAll: sources.heedsAll }),
    now: () => clock.ms,
    random: () => 0.5,
  });
  return { sync, clock };
}

/** Runs step after step, moving the clock to each due time, until nothing is due for an hour. */
export async function runUntilQuiet({ sync, clock }: World, mostSteps = 500): Promise<number> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const at = await sync.nextRunAt();
    if (at === undefined || at > clock.ms + 3_600_000) return steps;
    clock.ms = Math.max(clock.ms, at);
    await sync.run();
  }
  throw new Error("The sync does not come to rest.");
}
