import {
  addBlockList,
  dropBlockList,
  dropOtherBlocked,
  hasBlocked,
  listBlockLists,
  replaceBlocked,
  saveBlockList,
} from "../db/block-lists.ts";
import type { CommunityDatabase } from "../db/community.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import { blockListLimits } from "../model/block-list.ts";
import type { BlockListSubscription } from "../model/person.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Problem, type Result } from "../model/result.ts";
import { type Cause, consentHostOf, type Net, nextAttemptAt } from "../net/index.ts";
import { readBlockList } from "../schema/block-list.ts";
import type { Job } from "./job.ts";
import { drawDailyAt, sourceBackOff } from "./schedule.ts";

export interface BlockListOptions {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  /** A way out to one host: that a list of it is subscribed to is the consent to ask it, and for nothing else. */
  readonly netFor: (host: string) => Net;
  /** Whether the first-run choice was made: before it nothing is asked by itself. */
  readonly mayRun: () => Promise<boolean>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface BlockLists {
  /**
   * Subscribes and reads the list at once. One that cannot be read now is kept with its problem, and tried again.
   *
   * Problems: `refused` with `address` or `too-many-lists` before anything is kept; else what reading met.
   */
  add(url: string): Promise<Result<void>>;
  /** What it hid is shown again. */
  remove(url: string): Promise<Result<void>>;
  /** Reads a list now, because the person asked. */
  readNow(url: string): Promise<Result<void>>;
  /** Each list once a day, at a minute that is drawn anew. */
  readonly job: Job;
}

/** Beyond this nobody looks through what hides what. */
const mostLists = 20;
/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 25_000;

/** Keeps what subscribed block lists name in the local copy. A press and the daily run are all that asks. */
export function createBlockLists(options: BlockListOptions): BlockLists {
  const { community, mayRun, now, personal } = options;
  return {
    async add(url) {
      if (consentHostOf(url) === undefined) return refused("address");
      if ((await listBlockLists(personal)).length >= mostLists) return refused("too-many-lists");
      await addBlockList(personal, { url, addedAt: now() });
      return readList(options, url, "person");
    },
    async remove(url) {
      await dropBlockList(personal, community, url);
      return ok(undefined);
    },
    readNow: (url) => readList(options, url, "person"),
    job: {
      id: "block-lists",
      async run() {
        const lists = await listBlockLists(personal);
        await dropOtherBlocked(
          community,
          lists.map(({ url }) => url),
        );
        if (!(await mayRun())) return;
        for (const { nextRunAt = 0, url } of lists)
          if (nextRunAt <= now()) await readList(options, url, "schedule");
      },
      async nextRunAt() {
        const lists = (await mayRun()) ? await listBlockLists(personal) : [];
        return lists.length === 0 ? undefined : Math.min(...lists.map(({ nextRunAt = 0 }) => nextRunAt));
      },
    },
  };
}

/** @returns Why it could not be read, which its row says as well. What was taken of it before stays. */
async function readList(options: BlockListOptions, url: string, cause: Cause): Promise<Result<void>> {
  const { community, netFor, now, personal, random } = options;
  const row = (await listBlockLists(personal)).find((list) => list.url === url);
  const host = consentHostOf(url);
  if (!row || host === undefined) return refused("address");
  // One whose rows are gone would never come back if it were asked whether it has changed.
  const held = row.etag !== undefined && (await hasBlocked(community, url)) ? row.etag : undefined;
  const reply = await netFor(host).request({
    url,
    purpose: "list",
    cause,
    maxBytes: blockListLimits.bytes,
    timeoutMs,
    ...(held !== undefined && { validators: { etag: held } }),
  });
  if (!reply.ok) return fail(options, row, reply.error);
  const readAt = now();
  const { attempts: _attempts, problem: _problem, ...rest } = row;
  const done = { ...rest, readAt, nextRunAt: drawDailyAt(readAt, random) };
  if (reply.value.notModified) return settle(options, done);
  const list = readBlockList(reply.value.text());
  if (!list.ok) return fail(options, row, list.error);
  const { entries, title } = list.value;
  await replaceBlocked(community, url, entries);
  const { etag: _etag, title: _title, ...known } = done;
  const { etag } = reply.value;
  return settle(options, {
    ...known,
    count: entries.length,
    ...(title !== undefined && { title }),
    ...(etag !== undefined && { etag }),
  });
}

/** A list that was taken out while it was read leaves nothing behind. */
async function settle(
  { community, personal }: BlockListOptions,
  row: BlockListSubscription,
): Promise<Result<void>> {
  if (!(await saveBlockList(personal, row))) await replaceBlocked(community, row.url, []);
  return ok(undefined);
}

async function fail(
  { now, personal, random }: BlockListOptions,
  row: BlockListSubscription,
  problem: Problem,
): Promise<Result<void>> {
  const attempts = (row.attempts ?? 0) + 1;
  const waitMs = Number(problem.params?.["waitMs"] ?? 0);
  const nextRunAt = nextAttemptAt({ attempts, nowMs: now(), waitMs }, random, sourceBackOff);
  await saveBlockList(personal, { ...row, problem, attempts, nextRunAt });
  return { ok: false, error: problem };
}
