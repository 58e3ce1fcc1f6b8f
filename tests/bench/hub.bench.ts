/**
 * The hub over HTTP, on SQLite and, when TEST_DATABASE_URL is set, on PostgreSQL: submit, list, search, numbers,
 * since and feed. Prints figures beside a baseline of the same run; asserts nothing.
 *
 * `SCALE=1000000` for a million reviews (some minutes to fill each database), `ENGINE=postgres` to leave SQLite
 * out. Rows are written to the tables directly; only what is submitted is signed. In the database at
 * TEST_DATABASE_URL the benchmark makes the schema `hub_bench`, and drops it again.
 */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rowsOf, type BenchRow } from "./hub-rows.ts";
import type { Database } from "../../hub/src/storage/database.ts";
import { migrate } from "../../hub/src/storage/migrate.ts";
import { openPostgres } from "../../hub/src/storage/postgres.ts";
import { openSqlite } from "../../hub/src/storage/sqlite.ts";
import { createStorage } from "../../hub/src/storage/storage.ts";
import { startHub } from "../../hub/src/start-hub.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";

const scale = Number(process.env["SCALE"] ?? 100_000);
const server = process.env["TEST_DATABASE_URL"];
const rowsPerInsert = 1000;
const submissions = 400;

interface Figure {
  readonly name: string;
  readonly medianMs: number;
  readonly p95Ms: number;
}

async function measure(name: string, runs: number, work: (i: number) => Promise<unknown>): Promise<Figure> {
  await work(0);
  const times: number[] = [];
  for (let i = 1; i <= runs; i++) {
    const startedAt = performance.now();
    await work(i);
    times.push(performance.now() - startedAt);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { name, medianMs: at(0.5), p95Ms: at(0.95) };
}

async function fill({ kysely, engine }: Database): Promise<number> {
  const startedAt = performance.now();
  const { authors, rows } = rowsOf(scale);
  for (let i = 0; i < authors.length; i += rowsPerInsert) {
    await kysely
      .insertInto("authors")
      .values(authors.slice(i, i + rowsPerInsert))
      .execute();
  }
  let batch: BenchRow[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insert({ kysely, engine }, batch);
    batch = [];
  };
  // An index over all texts is quicker made in one go than kept up to date row by row.
  if (engine === "postgres") await run({ kysely, engine }, "drop index reviews_text");
  for (const row of rows) {
    batch.push(row);
    if (batch.length === rowsPerInsert) await flush();
  }
  await flush();
  await kysely.updateTable("hub_state").set({ value: scale }).where("name", "=", "sequence").execute();
  if (engine === "sqlite")
    await run({ kysely, engine }, "insert into reviews_text (reviews_text) values ('rebuild')");
  if (engine === "postgres") await run({ kysely, engine }, textIndex);
  await run({ kysely, engine }, engine === "sqlite" ? "analyze" : "vacuum analyze");
  return performance.now() - startedAt;
}

/** As migration 0002 makes it. */
const textIndex = "create index reviews_text on reviews using gin (sub gin_trgm_ops, opinion gin_trgm_ops)";

async function insert(database: Database, rows: readonly BenchRow[]): Promise<void> {
  if (database.engine === "sqlite") await database.kysely.insertInto("reviews").values(rows).execute();
  else {
    const statement = "insert into reviews select * from json_populate_recordset(null::reviews, $1)";
    await run(database, statement, [JSON.stringify(rows)]);
  }
}

async function run({ kysely }: Database, statement: string, parameters: unknown[] = []): Promise<void> {
  await kysely.executeQuery({
    sql: statement,
    parameters,
    query: { kind: "RawNode", sqlFragments: [statement], parameters: [] },
    queryId: { queryId: statement.slice(0, 40) },
  });
}

async function signTokens(): Promise<readonly string[]> {
  const key = await generateSigningKey();
  const issuedAt = Math.floor(Date.now() / 1000);
  return Promise.all(
    Array.from({ length: submissions }, async (_, i) => {
      const subject = `https://new-${i}.example`;
      return (await signToken(reviewPayload({ subject, stars: 4, opinion: "Newly signed.", issuedAt }), key))
        .jwt;
    }),
  );
}

/** Submissions per second, `atOnce` in flight. */
async function submitAll(url: string, tokens: readonly string[], atOnce: number): Promise<number> {
  const queue = tokens.values();
  const startedAt = performance.now();
  const worker = async (): Promise<void> => {
    for (const token of queue) {
      const reply = await fetch(`${url}/submit/${token}`, { method: "PUT" });
      if ((await reply.text()) !== "true") throw new Error("not accepted");
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (tokens.length / (performance.now() - startedAt)) * 1000;
}

async function verifyRate(tokens: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  for (const token of tokens) await verifyToken(token);
  return (tokens.length / (performance.now() - startedAt)) * 1000;
}

function print(title: string, lines: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  for (const [name = "", ...cells] of lines) {
    console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join("")}`);
  }
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const perSecond = (value: number): string => `${Math.round(value)}/s`;

async function bench(title: string, database: Database): Promise<void> {
  await migrate(database);
  const fillMs = await fill(database);
  const storage = createStorage(database);
  const hub = await startHub({ storage, rateLimit: false, feedHeadMaxAgeMs: 0 });
  const get = async (path: string, accept = "application/json"): Promise<number> => {
    const reply = await fetch(`${hub.url}${path}`, {
      headers: { Accept: accept, "Accept-Encoding": "identity" },
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    return (await reply.arrayBuffer()).byteLength;
  };
  const headStartedAt = performance.now();
  const headBytes = await get("/v1/feed/head.json");
  const firstHeadMs = performance.now() - headStartedAt;
  const head = (await (await fetch(`${hub.url}/v1/feed/head.json`)).json()) as {
    segments: { path: string }[];
  };

  const baseline = await measure("baseline: /health, an empty query", 200, () => get("/health"));
  const figures = [
    await measure("list: newest 100", 60, () => get("/reviews?limit=100")),
    await measure("list: newest 1000", 20, () => get("/reviews?limit=1000")),
    await measure("list: 100 at half-way offset", 20, () => get(`/reviews?limit=100&offset=${scale / 2}`)),
    await measure("list: one subject of many", 60, (i) =>
      get(`/reviews?limit=100&sub=https://shop-${1000 + i}.example`),
    ),
    await measure("list: 100 of the largest subject (1 %)", 60, () =>
      get("/reviews?limit=100&sub=https://shop-0.example"),
    ),
    await measure("list: rating=0, 100", 20, () => get("/reviews?limit=100&rating=0")),
    await measure("list: near a place", 20, (i) =>
      get(`/reviews?limit=100&sub=geo:${(i % 90) + 0.5},${i}.5?u=1000`),
    ),
    await measure("search: a rare word", 20, (i) => get(`/reviews?limit=100&q=serial${1000 + i}x`)),
    await measure("search: a word in every tenth review", 20, () => get("/reviews?limit=100&q=leather")),
    await measure("search: two letters that nothing has", 10, () => get("/reviews?limit=100&q=qq")),
    await measure("subject: one of many", 60, (i) => get(`/subject/https%3A%2F%2Fshop-${1000 + i}.example`)),
    await measure("subject: the largest", 20, () => get("/subject/https%3A%2F%2Fshop-0.example")),
    await measure("since: 1000 tokens", 30, (i) =>
      get(`/v1/reviews?since=${(i * 997) % Math.max(1, scale - 1000)}`),
    ),
    await measure("feed: head, nothing new", 30, () => get("/v1/feed/head.json")),
    await measure("feed: a segment not in memory", 20, (i) =>
      get(`/v1/feed/${head.segments[i % head.segments.length]?.path ?? ""}`),
    ),
  ];
  const tokens = await signTokens();
  const alone = await submitAll(hub.url, tokens.slice(0, submissions / 4), 1);
  const together = await submitAll(hub.url, tokens.slice(submissions / 4), 16);
  const verifying = await verifyRate(tokens);
  await hub.close();

  const times = (figure: Figure): readonly string[] => [
    figure.name,
    ms(figure.medianMs),
    ms(figure.p95Ms),
    `${(figure.medianMs / baseline.medianMs).toFixed(1)} ×`,
  ];
  print(`${title}, ${scale.toLocaleString("en")} reviews`, [
    ["", "median", "95 %", "of baseline"],
    ...[baseline, ...figures].map(times),
    ["submit: one after the other", perSecond(alone), "", `${((alone / verifying) * 100).toFixed(0)} %`],
    ["submit: 16 at once", perSecond(together), "", `${((together / verifying) * 100).toFixed(0)} %`],
    ["baseline: verifying those tokens alone", perSecond(verifying), "", "100 %"],
    [
      `feed: first head, all ${head.segments.length} segments measured`,
      ms(firstHeadMs),
      "",
      `${Math.round(headBytes / 1000)} kB`,
    ],
    ["baseline: SHA-256 of as many bytes", ms(hashMs(scale * 1000)), "", ""],
    ["(filling the tables)", `${Math.round(fillMs / 1000)} s`, "", perSecond((scale / fillMs) * 1000)],
  ]);
}

function hashMs(bytes: number): number {
  const chunk = Buffer.alloc(1_000_000, 97);
  const startedAt = performance.now();
  for (let done = 0; done < bytes; done += chunk.length) createHash("sha256").update(chunk).digest();
  return performance.now() - startedAt;
}

if (process.env["ENGINE"] !== "postgres") {
  const folder = await mkdtemp(join(tmpdir(), "hub-bench-"));
  await bench("SQLite", openSqlite(join(folder, "hub.sqlite")));
  await rm(folder, { recursive: true });
}

if (server !== undefined) {
  const schema = "hub_bench";
  const admin = openPostgres(server, { connections: 1 });
  await run(admin, "create extension if not exists pg_trgm schema public");
  await run(admin, `drop schema if exists ${schema} cascade`);
  await run(admin, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema},public`);
  await bench("PostgreSQL", openPostgres(url.href, { statementTimeoutMs: 0 }));
  await run(admin, `drop schema ${schema} cascade`);
  await admin.kysely.destroy();
} else {
  console.log("\nPostgreSQL: set TEST_DATABASE_URL to measure it as well.");
}
