import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { SqliteRequest } from "./in-page/sqlite-worker.ts";
import { inBrowser } from "./serve-sources.ts";

interface Answered {
  readonly ms: number;
  readonly rows: readonly number[];
  readonly first: unknown;
}

/** Runs in the page. */
async function tell(request: Omit<SqliteRequest, "id">): Promise<Answered> {
  const scope = globalThis as { sqlite?: Worker };
  scope.sqlite ??= new Worker("/tests/bench/in-page/sqlite-worker.ts", { type: "module" });
  const { sqlite } = scope;
  const id = performance.now();
  return new Promise((resolve, reject) => {
    sqlite.addEventListener("message", ({ data }: MessageEvent) => data.id === id && resolve(data));
    sqlite.addEventListener("error", (event) => reject(new Error(event.message)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    sqlite.postMessage({ ...request, id });
  });
}

async function say(page: Page, request: Omit<SqliteRequest, "id">): Promise<Answered> {
  return page.evaluate(tell, request as never);
}

const firstPage = "order by time desc limit 50";
const matching = "from words join items on items.seq = words.rowid where words match ?";
const chosen = `from items where site in ('reddit', 'mastodon')
  and seq in (select seq from brands where brand in ('brand-3.example', 'brand-9.example'))`;

/** What one answer of the workspace needs: how many, the first page, and every facet's counts. */
function questions(from: string, bind?: string): NonNullable<SqliteRequest["ask"]> {
  const facets = ["site", "session", "lang", "why", "class"].map(
    (name) => `select ${name}, count(*) ${from} group by 1`,
  );
  const brands = `select brand, count(*) from brands where seq in (select items.seq ${from}) group by 1`;
  return [`select count(*) ${from}`, `select items.seq ${from} ${firstPage}`, ...facets, brands].map((sql) =>
    bind === undefined ? { sql } : { sql, bind: [bind] },
  );
}

type Case = readonly [name: string, ask: NonNullable<SqliteRequest["ask"]>];

function search(words: string): Case {
  const sql = `select items.seq ${matching} ${firstPage}`;
  return [`search ${words}: first page alone`, [{ sql, bind: [words] }]];
}

const cases: readonly Case[] = [
  ["first page alone", [{ sql: `select seq from items ${firstPage}` }]],
  ["everything, with facets", questions("from items where true")],
  ["two brands on two platforms, with facets", questions(chosen)],
  ["two brands on two platforms, first page alone", [{ sql: `select seq ${chosen} ${firstPage}` }]],
  ...["zanzibar", "the", '"soles came off again"', '"of the"', "zu*", "t*"].map(search),
  ["search zanzibar, with facets", questions(matching, "zanzibar")],
  ["search the, with facets", questions(matching, "the")],
];

/** The same items in SQLite; `line` prints. */
export async function benchSqlite(
  total: number,
  rounds: number,
  line: (name: string, value: string) => void,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), "backtalk-bench-"));
  try {
    await inBrowser(profile, async (page) => {
      await say(page, { open: true });
      const { ms } = await say(page, { store: [0, total] });
      line("SQLite: stored", `${Math.round((total / ms) * 1000).toLocaleString("en")} items/s`);
      const pages = "select page_count * page_size from pragma_page_count, pragma_page_size";
      const size = await say(page, { ask: [{ sql: pages }] });
      line("SQLite: on the disk, without the items", `${Math.round(Number(size.first) / 1e6)} MB`);
    });
    await inBrowser(profile, async (page) => {
      const opened = await say(page, { open: true, ask: [{ sql: `select seq from items ${firstPage}` }] });
      line("SQLite: cold, first page alone", `${Math.round(opened.ms)} ms`);
      for (const [name, ask] of cases) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round++) times.push((await say(page, { ask })).ms);
        times.sort((a, b) => a - b);
        line(`SQLite: ${name}`, `${Math.round(times[Math.floor(rounds / 2)] ?? 0)} ms`);
      }
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
