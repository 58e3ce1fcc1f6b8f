import { researchItems } from "./research-items.ts";

/*
 * SQLite in WebAssembly on OPFS, as an index over items: columns with indexes, brands apart, text in FTS5 without a
 * copy of the text. A dedicated worker, since only these may use synchronous access handles.
 */

/** What of SQLite's interface is used. */
interface Database {
  exec(options: {
    sql: string;
    bind?: readonly unknown[];
    rowMode?: "array";
    returnValue?: "resultRows";
  }): unknown[][];
  prepare(sql: string): Statement;
  close(): void;
}
interface Statement {
  bind(values: readonly unknown[]): Statement;
  stepReset(): void;
  finalize(): void;
}
interface Pool {
  readonly OpfsSAHPoolDb: new (path: string) => Database;
}
interface Sqlite {
  installOpfsSAHPoolVfs(options: { name: string }): Promise<Pool>;
}

const schema = `
  pragma journal_mode = truncate; pragma synchronous = normal; pragma cache_size = -65536;
  create table if not exists items (seq integer primary key, time real, site text, session text, lang text, why text,
    author text, confidence real, sentiment real, class integer);
  create table if not exists brands (brand text, seq integer, primary key (brand, seq)) without rowid;
  create index if not exists byTime on items (time);
  create virtual table if not exists words using fts5 (
    text, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');`;

let db: Database;

async function open(): Promise<void> {
  const library: string = "/node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs";
  const { default: start } = (await import(library)) as { default: () => Promise<Sqlite> };
  const pool = await (await start()).installOpfsSAHPoolVfs({ name: "bench" });
  db = new pool.OpfsSAHPoolDb("/bench.db");
  db.exec({ sql: schema });
}

function store(from: number, to: number): void {
  for (let at = from; at < to; at += 1000) {
    db.exec({ sql: "begin" });
    const item = db.prepare("insert into items values (?,?,?,?,?,?,?,?,?,?)");
    const brand = db.prepare("insert or ignore into brands values (?,?)");
    const words = db.prepare("insert into words (rowid, text) values (?,?)");
    for (const [index, row] of researchItems("bench", at, Math.min(1000, to - at)).entries()) {
      const seq = at + index + 1;
      const { publishedAt, site, session, lang, why, author, mentions, sentiment, text } = row;
      const score = sentiment?.score ?? 0;
      const confidence = Math.max(...mentions.map((mention) => mention.confidence));
      const side = score >= 0.05 ? 1 : score <= -0.05 ? -1 : 0;
      item.bind([seq, publishedAt, site, session, lang, why, author, confidence, score, side]).stepReset();
      for (const { brandId } of mentions) brand.bind([brandId, seq]).stepReset();
      words.bind([seq, text]).stepReset();
    }
    for (const statement of [item, brand, words]) statement.finalize();
    db.exec({ sql: "commit" });
  }
}

export interface SqliteRequest {
  readonly id: number;
  readonly open?: true;
  readonly store?: readonly [from: number, to: number];
  readonly ask?: readonly { readonly sql: string; readonly bind?: readonly unknown[] }[];
}

globalThis.addEventListener("message", ({ data }: MessageEvent<SqliteRequest>) => {
  void answer(data);
});

async function answer({ id, open: opens, store: range, ask }: SqliteRequest): Promise<void> {
  const start = performance.now();
  if (opens) await open();
  if (range) store(...range);
  const results = ask?.map((query) => db.exec({ ...query, rowMode: "array", returnValue: "resultRows" }));
  const rows = results?.map((list) => list.length) ?? [];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's own page
  postMessage({ id, ms: performance.now() - start, rows, first: results?.[0]?.[0]?.[0] });
}
