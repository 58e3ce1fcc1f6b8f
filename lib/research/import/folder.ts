import type { z } from "zod";
import { jsonOf } from "../../model/json.ts";
import { problem, type Result } from "../../model/result.ts";
import {
  CodebookFile,
  CollectionFile,
  SampleLine,
  SessionLine,
  TallyLine,
  ViewLine,
} from "../../schema/research-folder.ts";
import { folderVersion } from "../export/collection-file.ts";
import type { ItemsKind } from "./kinds.ts";
import { packedBytes, readDirectory, unpacked, type ZipEntry } from "./zip-reader.ts";

/** A file beside the items is held whole: none of ours comes near. Bytes. */
const largestFile = 64_000_000;
/** A packed Parquet file can only be read whole. Ours are not packed. */
const largestPackedTable = 256_000_000;

/** What goes along with the items. What does not fit its schema is left out. */
export interface FolderRest {
  readonly collection: CollectionFile;
  readonly codebooks: z.infer<typeof CodebookFile>;
  readonly sessions: readonly z.infer<typeof SessionLine>[];
  readonly views: readonly z.infer<typeof ViewLine>[];
  readonly tallies: readonly z.infer<typeof TallyLine>[];
  readonly samples: readonly z.infer<typeof SampleLine>[];
}

/** A file of items in it. */
export interface ItemsFile {
  readonly path: string;
  /** As it lies in the archive. */
  readonly packedSize: number;
  /** Its bytes; `undefined` where they are damaged or more than can be held. */
  open(): Promise<Blob | undefined>;
}

export interface Folder {
  readonly rest: FolderRest;
  readonly kind: ItemsKind | undefined;
  readonly items: readonly ItemsFile[];
}

/** Where our exports keep items, the most telling first: one of them says everything. */
const places: readonly (readonly [ItemsKind, RegExp])[] = [
  ["ndjson", /^(?:items-ndjson\/date=[^/]+\/[^/]+|items)\.ndjson$/],
  ["parquet", /^(?:items\/date=[^/]+\/[^/]+|items)\.parquet$/],
  ["csv", /^items\.csv$/],
  ["4cat", /^items\.4cat\.csv$/],
];

/** Reads an export's archive, all but its items. */
export async function openFolder(file: Blob): Promise<Result<Folder>> {
  const directory = await readDirectory(file);
  if (!directory.ok) return directory;
  const byPath = new Map(directory.value.map((entry) => [entry.path, entry]));
  const text = async (path: string): Promise<string> => textOf(file, byPath.get(path));
  const collection = CollectionFile.safeParse(jsonOf(await text("collection.json")));
  if (!collection.success) return problem("bad-shape", { reason: "format" });
  if (collection.data.version > folderVersion) return problem("bad-shape", { reason: "newer" });
  const [kind, pattern] =
    places.find(([, path]) => directory.value.some((entry) => path.test(entry.path))) ?? [];
  const items = directory.value.filter(({ path }) => pattern?.test(path));
  return {
    ok: true,
    value: {
      kind,
      items: items.map((entry) => itemsFile(file, entry)),
      rest: {
        collection: collection.data,
        codebooks: CodebookFile.safeParse(jsonOf(await text("codebook.json"))).data ?? [],
        sessions: parsedLines(await text("sessions.ndjson"), SessionLine),
        views: parsedLines(await text("views.ndjson"), ViewLine),
        tallies: parsedLines(await text("tallies.ndjson"), TallyLine),
        samples: parsedLines(await text("samples.ndjson"), SampleLine),
      },
    },
  };
}

function itemsFile(file: Blob, entry: ZipEntry): ItemsFile {
  const isTable = entry.path.endsWith(".parquet");
  return {
    path: entry.path,
    packedSize: entry.packedSize,
    async open() {
      const bytes = await packedBytes(file, entry);
      if (!bytes || !entry.isPacked) return bytes;
      if (isTable && entry.size > largestPackedTable) return undefined;
      // Tables are read from their end; text as it comes.
      return isTable ? unpackedWhole(bytes, entry) : new PackedText(bytes, entry);
    },
  };
}

async function unpackedWhole(bytes: Blob, entry: ZipEntry): Promise<Blob | undefined> {
  return new Response(unpacked(bytes, entry)).blob().catch(() => undefined);
}

/** A packed text file that is unpacked while it is read. */
class PackedText extends Blob {
  readonly #bytes: Blob;
  readonly #entry: ZipEntry;

  constructor(bytes: Blob, entry: ZipEntry) {
    super();
    this.#bytes = bytes;
    this.#entry = entry;
  }

  override get size(): number {
    return this.#entry.size;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return unpacked(this.#bytes, this.#entry);
  }
}

async function textOf(file: Blob, entry: ZipEntry | undefined): Promise<string> {
  if (!entry || entry.size > largestFile) return "";
  const bytes = await packedBytes(file, entry);
  if (!bytes) return "";
  return new Response(unpacked(bytes, entry)).text().catch(() => "");
}

function parsedLines<T>(text: string, schema: z.ZodType<T>): readonly T[] {
  return text.split("\n").flatMap((line) => {
    const parsed = schema.safeParse(jsonOf(line));
    return parsed.success ? [parsed.data] : [];
  });
}
