import type { ImportContent, ImportedLine, ImportSource } from "../../model/research/transfer.ts";
import { ok, type Result } from "../../model/result.ts";
import type { CollectionFile } from "../../schema/research-folder.ts";
import { readers } from "./kinds.ts";
import { type OpenedFile, openFile, type Scratch } from "./open-file.ts";

/** Rows that are shown before an import. */
const shownRows = 5;

/** What is in a file. Nothing is written. Reasons as in `openFile`. */
export async function inspectFile(source: ImportSource, scratch: Scratch): Promise<Result<ImportContent>> {
  const opened = await openFile(source, scratch);
  if (!opened.ok) return opened;
  try {
    return ok(await contentOf(opened.value));
  } finally {
    await opened.value.close();
  }
}

async function contentOf(opened: OpenedFile): Promise<ImportContent> {
  const { folder, kind } = opened;
  const rest = folder?.rest;
  return {
    kind: folder ? "folder" : kind,
    ...(rest ? collectionIn(rest.collection) : {}),
    sessions: rest?.sessions.length ?? 0,
    codebooks: rest?.codebooks.length ?? 0,
    samples: rest?.samples.length ?? 0,
    itemsFrom: kind,
    first: await firstRows(opened),
  };
}

function collectionIn({
  id,
  name,
  coder,
  items: rows,
}: CollectionFile): Pick<ImportContent, "collection" | "rows"> {
  return { collection: { id, name, coder }, rows };
}

async function firstRows({ items, kind }: OpenedFile): Promise<ImportedLine[]> {
  const found: ImportedLine[] = [];
  for (const part of items) {
    const bytes = await part.open();
    if (!bytes) continue;
    try {
      for await (const batch of readers[kind].read(bytes, () => {})) {
        for (const read of batch) {
          if (!("row" in read)) continue;
          const { author, site, text } = read.row.item;
          found.push({ site, text: text.slice(0, 300), ...(author ? { author } : {}) });
          if (found.length >= shownRows) return found;
        }
      }
    } catch {
      // A part that breaks off shows what came before; the import names it.
    }
  }
  return found;
}
