import { Dexie } from "dexie";
import type { ResearchDatabase } from "../../db/research.ts";
import { sentimentValidation } from "../coding/sentiment-validation.ts";
import { collectionFile, statementText } from "./collection-file.ts";
import { checksums, columnsIn, dataPackage, type PackedFile, recordSchemaText } from "./data-package.ts";
import type { ExportAbout, ExportFormat, ExportRows } from "./define-format.ts";
import type { ItemFilter } from "../../model/research/query.ts";
import { partitionsOf, partPath } from "./partitions.ts";
import type { ZipWriter } from "./zip-writer.ts";

/** Text files by name, charts among them. */
export type ReportFiles = ReadonlyMap<string, string>;

interface FolderContent {
  readonly db: ResearchDatabase;
  readonly about: ExportAbout;
  readonly filter: ItemFilter;
  readonly formats: readonly ExportFormat[];
  /** Each format reads the items anew: what they say is held by nobody. */
  rows(): ExportRows;
  /** Where a report was asked for. */
  readonly report?: (() => Promise<ReportFiles>) | undefined;
}

const json = "application/json";
const markdown = "text/markdown";
const ndjson = "application/x-ndjson";

/** Writes everything that belongs to an export, and last what the files are and their checksums. */
class FolderWriter {
  readonly #zip: ZipWriter;
  readonly #files: PackedFile[] = [];

  constructor(zip: ZipWriter) {
    this.#zip = zip;
  }

  async add(
    path: string,
    content: AsyncIterable<Uint8Array>,
    format: ExportFormat,
    about: ExportAbout,
  ): Promise<void> {
    const file = await this.#zip.add(path, content, format.isPacked);
    this.#files.push({ ...file, mediaType: format.mediaType, ...columnsIn(format, about) });
  }

  async text(path: string, text: string, mediaType: string): Promise<void> {
    this.#files.push({ ...(await this.#zip.addText(path, text)), mediaType });
  }

  async json(path: string, value: unknown): Promise<void> {
    await this.text(path, `${JSON.stringify(value, undefined, 2)}\n`, json);
  }

  async lines(path: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
    this.#files.push({ ...(await this.#zip.add(path, rows)), mediaType: ndjson });
  }

  async end(about: ExportAbout, sites: Iterable<string>): Promise<void> {
    await this.json("datapackage.json", dataPackage(about, this.#files, sites));
    await this.text("checksums.txt", checksums(this.#files), "text/plain");
    await this.#zip.end();
  }
}

/** @returns How many items there are in it. */
export async function writeFolder(zip: ZipWriter, content: FolderContent): Promise<number> {
  const { about, db, filter, formats, report } = content;
  const folder = new FolderWriter(zip);
  const sites = new Set<string>();
  let items = 0;
  for (const [at, format] of formats.entries()) {
    const rows = at === 0 ? counted(content.rows(), (site) => (items++, sites.add(site))) : content.rows();
    await writeItems(folder, format, rows, about);
  }
  if (report) {
    for (const [name, text] of await report()) await folder.text(`report/${name}`, text, mediaTypeOf(name));
  }
  await folder.json("collection.json", collectionFile(about, filter, items));
  const validation = await sentimentValidation(db, about.collection);
  await folder.text("statement.md", statementText(about.collection, validation), markdown);
  await writeRest(folder, db, about);
  await folder.end(about, sites);
  return items;
}

/** One file, or one a day. */
async function writeItems(
  folder: FolderWriter,
  format: ExportFormat,
  rows: ExportRows,
  about: ExportAbout,
): Promise<void> {
  if (!format.byDate) {
    await folder.add(`items${format.ending}`, format.write(rows, about), format, about);
    return;
  }
  for await (const part of partitionsOf(rows)) {
    const path = partPath(format.byDate, part, about.collection, format.ending);
    await folder.add(path, format.write(part.rows, about), format, about);
  }
}

/** Codebooks, sessions, what was seen in them, samples; and the shape of a line of NDJSON. */
async function writeRest(folder: FolderWriter, db: ResearchDatabase, about: ExportAbout): Promise<void> {
  const { collection } = about;
  const codebooks = await db.codebooks
    .where("[collection+version]")
    .between([collection.id, Dexie.minKey], [collection.id, Dexie.maxKey])
    .toArray();
  const earlier = codebooks.filter(({ version }) => version !== collection.codebook.version);
  await folder.json(
    "codebook.json",
    [...earlier, collection.codebook]
      .toSorted((a, b) => a.version - b.version)
      .map(({ version, codes, createdAt, note }) => ({ version, createdAt, note, codes })),
  );
  const sessions = await db.sessions.where("collection").equals(collection.id).toArray();
  await folder.lines("sessions.ndjson", lines(sessions));
  await folder.lines("views.ndjson", viewLines(db, sessions));
  await folder.lines(
    "tallies.ndjson",
    lines(await db.tallies.where("collection").equals(collection.id).toArray()),
  );
  await folder.lines(
    "samples.ndjson",
    lines(await db.samples.where("collection").equals(collection.id).toArray()),
  );
  await folder.text("item.schema.json", recordSchemaText(about.columns), "application/schema+json");
}

async function* lines(rows: readonly object[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** How a recording looked, a recording at a time. */
async function* viewLines(
  db: ResearchDatabase,
  sessions: readonly { readonly id: string }[],
): AsyncGenerator<Uint8Array> {
  for (const { id } of sessions) yield* lines(await db.views.where("session").equals(id).toArray());
}

async function* counted(rows: ExportRows, count: (site: string) => void): ExportRows {
  for await (const batch of rows) {
    for (const { item } of batch) count(item.site);
    yield batch;
  }
}

function mediaTypeOf(name: string): string {
  if (name.endsWith(".md")) return markdown;
  return name.endsWith(".svg") ? "image/svg+xml" : "text/csv";
}
