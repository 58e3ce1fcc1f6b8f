/**
 * What syncing adds to verification: the same tokens through a page of a server (JSON, schema, decoding,
 * verification, placing, counting) and through WebCrypto alone with keys imported before the clock starts, in
 * turns, so that noise meets both. Storage takes nothing here; Dexie's share is printed apart. Prints figures,
 * asserts nothing.
 */
import "fake-indexeddb/auto";
import { performance } from "node:perf_hooks";
import { siteKeyOf, subjectKeyOf } from "../../lib/brands/subjects.ts";
import { openCommunity } from "../../lib/db/community.ts";
import { ok } from "../../lib/model/result.ts";
import type { Net } from "../../lib/net/index.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { decodeToken } from "../../lib/reviews/token.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { createSync } from "../../lib/sync/index.ts";
import type { FeedState, ServerState } from "../../lib/sync/state.ts";
import type { SyncStorage } from "../../lib/sync/storage.ts";

const rounds = 9;
const authorCount = 200;
const tokenCount = 1000; // one page
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const nowSeconds = 1_772_323_200;
const server = "https://server.example";

interface Token {
  readonly jwt: string;
  readonly signature: string;
}

async function makePage(): Promise<Token[]> {
  const keys = await Promise.all(Array.from({ length: authorCount }, generateSigningKey));
  const opinion = "Two winters on wet pavement and the soles still hold; the laces did not. ".repeat(3);
  return Promise.all(
    Array.from({ length: tokenCount }, (_, i) => {
      const subject = `https://brand${i % 97}.com`;
      const payload = reviewPayload({
        subject,
        stars: 1 + (i % 5),
        opinion,
        issuedAt: nowSeconds - i * 3600,
      });
      const key = keys[i % authorCount];
      if (!key) throw new Error("no key");
      return signToken(payload, key);
    }),
  );
}

/** Everything that WebCrypto needs, made before the clock starts. */
async function prepare({ jwt }: Token) {
  const token = decodeToken(jwt);
  if (!token.ok) throw new Error(token.error.code);
  const { publicKey, signatureBytes, signedPart } = token.value;
  const key = await crypto.subtle.importKey("raw", publicKey.point, algorithm, false, ["verify"]);
  return { key, signature: signatureBytes, signed: signedPart };
}

/** A server whose first page holds everything; the bytes are made beforehand. */
function pageNet(page: readonly Token[]): Net {
  const rows = page.map(({ jwt, signature }) => {
    const token = decodeToken(jwt);
    // As the real server does, with a copy of what the token says beside it.
    return token.ok
      ? { signature, jwt, kid: token.value.publicKey.kid, payload: token.value.payload, scheme: "https" }
      : {};
  });
  const bytes = new TextEncoder().encode(JSON.stringify({ reviews: rows, issuers: null }));
  const text = (): string => new TextDecoder().decode(bytes);
  return { request: async () => ok({ status: 200, bytes, text, notModified: false }) };
}

function idleStorage(): SyncStorage {
  const states = new Map<string, ServerState | FeedState>();
  return {
    state: async (id) => states.get(id),
    saveState: async (state) => void states.set(state.id, state),
    storeReviews: async () => undefined,
    removeReviews: async () => undefined,
    liftRemovals: async () => undefined,
    debatableRemovals: async () => [],
    replaceBrands: async () => undefined,
    changeBrands: async () => undefined,
    removeBrands: async () => undefined,
    replaceOfficialKeys: async () => undefined,
    saveBucketBrand: async () => undefined,
    removeBucketBrands: async () => undefined,
    feedsWithBrands: async () => [],
  };
}

function place(subject: string) {
  const siteKey = siteKeyOf(subject);
  return { subjectKey: subjectKeyOf(subject) ?? subject, ...(siteKey && { siteKey }) };
}

/** Milliseconds of one step of a fresh copy: one page. */
async function syncPage(net: Net, storage: SyncStorage): Promise<number> {
  const options = { net, storage, place, now: () => nowSeconds * 1000, random: Math.random };
  const sync = createSync({ ...options, servers: async () => [server], feeds: async () => [] });
  const start = performance.now();
  await sync.run();
  const ms = performance.now() - start;
  const row = await storage.state(server);
  if (row?.fetched !== tokenCount) throw new Error(`${row?.fetched} of ${tokenCount} taken`);
  return ms;
}

const page = await makePage();
const prepared = await Promise.all(page.map(prepare));
const net = pageNet(page);

async function bareVerify(): Promise<number> {
  const start = performance.now();
  const results = await Promise.all(
    prepared.map(({ key, signature, signed }) => crypto.subtle.verify(algorithm, key, signature, signed)),
  );
  if (results.includes(false)) throw new Error("a token does not verify");
  return performance.now() - start;
}

async function bareOneByOne(): Promise<number> {
  const start = performance.now();
  for (const { key, signature, signed } of prepared) {
    if (!(await crypto.subtle.verify(algorithm, key, signature, signed))) throw new Error("not verified");
  }
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await syncPage(net, idleStorage());
await bareVerify();
/** Milliseconds of processor time on all threads: what a noisy machine does not change. */
async function processorMs(run: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const times = { bare: [] as number[], oneByOne: [] as number[], sync: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  times.bare.push(await bareVerify());
  times.sync.push(await syncPage(net, idleStorage()));
  times.oneByOne.push(await bareOneByOne());
}
const processor = { bare: [] as number[], sync: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  processor.bare.push(await processorMs(bareVerify));
  processor.sync.push(await processorMs(() => syncPage(net, idleStorage())));
}
const community = openCommunity("sync-bench");
const storedMs = await syncPage(net, communityStorage(community));
await community.delete();

const perSecond = (ms: number): string => `${Math.round((tokenCount / ms) * 1000)} tokens/s`;
const share = (base: readonly number[]): string =>
  `${(median(base.map((ms, i) => ms / (times.sync[i] ?? Number.NaN))) * 100).toFixed(0)} %`;
console.log(`sync: one page of ${tokenCount} tokens by ${authorCount} authors, median of ${rounds} rounds`);
console.log(`  a page through sync, without storage           ${perSecond(median(times.sync))}`);
console.log(
  `  WebCrypto alone, one after another             ${perSecond(median(times.oneByOne))}; sync ${share(times.oneByOne)} of it`,
);
console.log(
  `  WebCrypto alone, all at once on every core     ${perSecond(median(times.bare))}; sync ${share(times.bare)} of it`,
);
const [bareMs, syncMs] = [median(processor.bare), median(processor.sync)];
console.log(
  `  processor time a token: WebCrypto ${((1000 * bareMs) / tokenCount).toFixed(0)} µs, sync ${((1000 * syncMs) / tokenCount).toFixed(0)} µs (${((bareMs / syncMs) * 100).toFixed(0)} %)`,
);
console.log(`  a page through sync into fake-indexeddb, once  ${perSecond(storedMs)}`);
