/**
 * All signals over a subject with 100 000 reviews in the built extension's dedicated worker, asked by messages as the
 * sidebar asks, reading from IndexedDB: the first question, the same again, with a signal off, and when a review has
 * arrived. Prints figures, asserts nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrintsRow, SummaryRow } from "../../lib/db/community-rows.ts";
import { weighedAsOf } from "../../lib/model/weighing.ts";
import { packReviews } from "../../lib/columns/columns.ts";
import { packElsewhere } from "../../lib/trust/kept-elsewhere.ts";
import { packTexts } from "../../lib/trust/text/kept-texts.ts";
import { clusterTexts } from "../../lib/trust/text/text-clusters.ts";
import { ensureBuilt } from "../support/build-extension.ts";
import { launchChromium } from "../support/chromium.ts";
import { saidAbout } from "../support/crowd.ts";
import { Extension } from "../support/extension.ts";
import { SiteServer } from "../support/site-server.ts";
import { benchCrowd } from "./trust-crowd.ts";

const count = Number(process.env["BENCH_REVIEWS"] ?? 100_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 9);
const subjectKey = "https://large.example";

/** A row whose buffers travel as text. */
type Sent<T> = { readonly [K in keyof T]: T[K] extends ArrayBuffer ? { readonly base64: string } : T[K] };
type Row = Readonly<Record<string, unknown>>;

function sent<T extends object>(row: T): Sent<T> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof ArrayBuffer ? { base64: Buffer.from(value).toString("base64") } : value,
    ]),
  ) as Sent<T>;
}

/** Runs in an extension page. */
async function put(tables: Readonly<Record<string, Row>>): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
  });
  const transaction = database.transaction(Object.keys(tables), "readwrite");
  for (const [table, row] of Object.entries(tables)) {
    const entries = Object.entries(row).map(([name, value]) => {
      const { base64 } = (value ?? {}) as { readonly base64?: string };
      if (base64 === undefined) return [name, value] as const;
      return [name, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer] as const;
    });
    transaction.objectStore(table).put(Object.fromEntries(entries));
  }
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}

interface Question {
  readonly keys: readonly string[];
  readonly off: readonly string[];
  /** Whether a new worker is asked. */
  readonly isNew: boolean;
}

interface Asked {
  readonly ms: number;
  readonly lighter: number;
  readonly voices: number;
}

/** Runs in an extension page: asks a worker, a new one or that of the question before. */
async function ask({ keys, off, isNew }: Question): Promise<Asked> {
  const scope = globalThis as { worker?: Worker };
  if (isNew) {
    scope.worker?.terminate();
    delete scope.worker;
  }
  const start = performance.now();
  scope.worker ??= new Worker("/compute.js");
  const { worker } = scope;
  const id = Math.floor(start);
  const answer = new Promise<{ readonly value: { lighter: unknown[]; weighed: { voices: number } } }>(
    (resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent) => data.id === id && resolve(data.result));
    },
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  worker.postMessage({ id, name: "weigh", data: { keys, off } });
  const { value } = await answer;
  return { ms: performance.now() - start, lighter: value.lighter.length, voices: value.weighed.voices };
}

const { columns, elsewhere, prints, reviews } = benchCrowd(count);
const summaryAt = (revision: number): SummaryRow => ({
  subjectKey,
  siteKey: "large.example",
  count: count + revision - 1,
  stars: [0, 0, 0, 0, 0],
  rated: count + revision - 1,
  ratingSum: 0,
  withText: count,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 0,
  revision,
});
const printsRow: PrintsRow = {
  subjectKey,
  revision: 1,
  packed: packTexts({ prints, clusters: clusterTexts(prints), contents: columns.contents }),
  elsewhere: packElsewhere(elsewhere),
  elsewhereAsOf: weighedAsOf(Date.now()),
};

ensureBuilt("chrome");
const sites = await SiteServer.start();
const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
const context = await launchChromium(sites.port, { profile });
try {
  const extension = await Extension.of(context);
  await extension.setUp();
  await extension.seed();
  const page = await extension.page();
  const bytes = columns.buffer.byteLength + printsRow.packed.byteLength + printsRow.elsewhere.byteLength;
  await page.evaluate(put, {
    summaries: summaryAt(1),
    columns: sent({ subjectKey, revision: 1, packed: columns.buffer }),
    prints: sent(printsRow),
  } as never);

  /** How long signals and score took since the last look, as the worker tells; `undefined` where they did not run. */
  const signalsMs = async (): Promise<number | undefined> =>
    page
      .workers()
      .at(-1)
      ?.evaluate(() => {
        const [measured] = performance.getEntriesByName("signals");
        performance.clearMeasures("signals");
        return measured?.duration;
      });
  const median = async (
    name: string,
    off: readonly string[],
    isNew: boolean,
    count = rounds,
  ): Promise<void> => {
    const asked: Asked[] = [];
    const signals: number[] = [];
    for (let round = 0; round < count; round++) {
      asked.push(await page.evaluate(ask, { keys: [subjectKey], off, isNew }));
      const ran = await signalsMs();
      if (ran !== undefined) signals.push(ran);
    }
    const within = signals.toSorted((a, b) => a - b)[Math.floor(signals.length / 2)];
    const times = asked.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const [low, middle, high] = [times[0], times[Math.floor(times.length / 2)], times.at(-1)];
    console.log(
      `  ${name.padEnd(52)} ${middle?.toFixed(0).padStart(5)} ms, fastest ${low?.toFixed(0)}, slowest ${high?.toFixed(0)}` +
        (within === undefined ? "" : ` · signals and score alone ${within.toFixed(0)} ms`) +
        ` (${asked[0]?.lighter} of ${asked[0]?.voices.toFixed(0)} voices weigh less)`,
    );
  };
  console.log(
    `${count.toLocaleString("en")} reviews, ${(bytes / 1e6).toFixed(1)} MB read, median of ${rounds} rounds`,
  );
  await median("first question, the worker's start included", [], true);
  await median("asked again", [], false);
  await median("asked again with a signal off", ["co-review"], false);

  const late = saidAbout(subjectKey, "one more", {
    stars: 5,
    opinion: "It came late but it works as it should. ".repeat(3),
  });
  const row = {
    author: late.author,
    id: late.id,
    issuedAt: late.issuedAt,
    rating: 100,
    traits: 1,
    textLength: 120,
  };
  const grown = packReviews([...reviews, { ...row, helpful: 0 }]);
  await page.evaluate(put, {
    summaries: summaryAt(2),
    columns: sent({ subjectKey, revision: 2, packed: grown.buffer }),
    effective: {
      ...row,
      subjectKey,
      siteKey: "large.example",
      helpful: 0,
      confirmed: 0,
      replies: 0,
      flags: 0,
    },
    tokens: { ...late, subjectKey, storedAt: late.issuedAt },
  } as never);
  await median("a review has arrived, the same worker, once", [], false, 1);
  await median("a review more than what is kept, a new worker", [], true);
} finally {
  await context.close();
  await sites.stop();
  rmSync(profile, { recursive: true, force: true });
}
