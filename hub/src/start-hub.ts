import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { dayOf } from "../../lib/model/day.ts";
import { verifyTokens } from "../../lib/reviews/token.ts";
import { createApp } from "./app.ts";
import { type Extras, extrasFromFile, noExtras } from "./feed/extras.ts";
import { createFeed, type FeedOptions } from "./feed/feed.ts";
import { createMetrics } from "./http/metrics.ts";
import { createFloodLimiter, defaultFloodAllowance, type FloodAllowance } from "./http/flood-limit.ts";
import { createRateLimiter, type Allowance } from "./http/rate-limit.ts";
import { signUnsigned, type HubKey } from "./hub-key.ts";
import type { Hub } from "./hub.ts";
import { defaultLimits, type HubLimits } from "./limits.ts";
import { silentLog, type Log } from "./log.ts";
import { officialKeysIn } from "./official-keys.ts";
import { openStorage } from "./storage/open-storage.ts";
import type { Storage } from "./storage/storage.ts";

export interface StartHubOptions {
  /** `memory`, a path of an SQLite file, a `postgres://` address, or a storage that is open already. */
  readonly storage: string | Storage;
  /** 0 for any free one. */
  readonly port?: number;
  /** Only this machine unless told otherwise. */
  readonly host?: string;
  readonly name?: string;
  /** Signed tokens to begin with, already stored ones included. */
  readonly seedTokens?: Iterable<string>;
  /** Requests per minute and address; `false` for no limit at all. */
  readonly rateLimit?: Allowance | false;
  /** What one key or network may say within hours and days; not counted where there is no limit at all. */
  readonly floods?: FloodAllowance;
  readonly trustedProxies?: number;
  /** Signs removals; without it they travel without a record. */
  readonly key?: HubKey;
  readonly limits?: Partial<HubLimits>;
  /** Path of a JSON file for the feed's daily file; see feed/extras.ts. */
  readonly dailyFile?: string;
  /** The same, where it is not a file. Asked for anew when its version changes. */
  readonly extras?: Extras;
  /** When its feed keeps less in the files for everybody than readers take. */
  readonly feedSizes?: Pick<FeedOptions, "copiedUpTo" | "dailyBytes" | "hasTextBuckets">;
  /** How long the feed's head may lag behind new reviews, in milliseconds. */
  readonly feedHeadMaxAgeMs?: number;
  readonly log?: Log;
  /** Milliseconds. */
  readonly now?: () => number;
}

export interface RunningHub {
  /** Without a slash at the end. */
  readonly url: string;
  readonly storage: Storage;
  /** Takes no new connections, finishes what is being answered, writes what was handed in, closes. */
  close(): Promise<void>;
}

export const defaultRateLimit: Allowance = { reads: 1200, writes: 120 };
/** Longest that open requests may take after `close`, in milliseconds. */
const patienceMs = 10_000;
const hourMs = 3_600_000;

/** Starts a hub in this process. Rejects when the port or the database cannot be had. */
export async function startHub(options: StartHubOptions): Promise<RunningHub> {
  const storage = typeof options.storage === "string" ? await openStorage(options.storage) : options.storage;
  try {
    await seed(storage, options.seedTokens ?? []);
    if (options.key) await signUnsigned(storage, options.key);
    return await serve(storage, options);
  } catch (cause) {
    await storage.close();
    throw cause;
  }
}

/** @throws {Error} for a token that is none: a seed is our own, so a bad one is a bug. */
async function seed(storage: Storage, tokens: Iterable<string>): Promise<void> {
  for await (const { reviews, rejected } of verifyTokens(tokens)) {
    if (rejected[0]) throw new Error(`seed token rejected: ${rejected[0].rejection.code}`);
    await storage.copy(reviews);
  }
}

async function serve(storage: Storage, options: StartHubOptions): Promise<RunningHub> {
  const { host = "127.0.0.1", port = 0, rateLimit = defaultRateLimit, log = silentLog } = options;
  let isDraining = false;
  const hub = createHub(storage, options, () => isDraining);
  const app = createApp(hub, {
    rateLimiter: rateLimit === false ? undefined : createRateLimiter(rateLimit, () => hub.now()),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    // A token travels in the request line, so that must fit; see limits.ts.
    serverOptions: { maxHeaderSize: 64_000, headersTimeout: 10_000, requestTimeout: 30_000 },
  }) as Server;
  const url = await listen(server, host, port);
  log.info("listening", { url });
  // After a large import its segments are all to be measured: not while the first reader waits.
  hub.feed.head().catch((cause: unknown) => {
    if (!isDraining) log.error("feed", cause);
  });
  const endingDays = setInterval(() => endDay(hub), hourMs).unref();
  endDay(hub);
  let closing: Promise<void> | undefined;
  return {
    url,
    storage,
    close() {
      isDraining = true;
      clearInterval(endingDays);
      closing ??= drain(server).then(() => storage.close());
      return closing;
    },
  };
}

/** Lifts holds that are over, and erases what was kept for an appeal. Several hubs may do so. */
function endDay(hub: Hub): void {
  hub.storage.endDay(dayOf(hub.now())).catch((cause: unknown) => {
    if (!hub.isDraining()) hub.log.error("end of day", cause);
  });
}

function createHub(storage: Storage, options: StartHubOptions, isDraining: () => boolean): Hub {
  const { name = "Backtalk hub", now = Date.now, log = silentLog, rateLimit, floods, key } = options;
  const publicKey = key && { key: key.public };
  const extras =
    options.dailyFile === undefined
      ? (options.extras ?? noExtras)
      : extrasFromFile(options.dailyFile, (cause) => log.error("daily file", cause));
  return {
    storage,
    name,
    ...publicKey,
    trustedProxies: options.trustedProxies ?? 0,
    ...(rateLimit !== false && { floods: createFloodLimiter(floods ?? defaultFloodAllowance, now) }),
    now,
    log,
    isDraining,
    officialKeys: officialKeysIn(extras, now),
    metrics: createMetrics(),
    limits: { ...defaultLimits, ...options.limits },
    feed: createFeed({
      storage,
      name,
      ...publicKey,
      now,
      extras,
      ...options.feedSizes,
      ...(options.feedHeadMaxAgeMs !== undefined && { headMaxAgeMs: options.feedHeadMaxAgeMs }),
    }),
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === "object" && address ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${actual}`);
    });
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
