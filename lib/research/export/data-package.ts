import type { Column } from "./column.ts";
import type { ExportAbout, ExportFormat } from "./define-format.ts";
import { jsonSchemaOf, tableSchemaOf } from "./record-schema.ts";
import type { ZippedFile } from "./zip-writer.ts";

/** A file of the folder and what it is. */
export interface PackedFile extends ZippedFile {
  readonly mediaType: string;
  /** Of a table in our own shape. */
  readonly columns?: readonly Column[];
}

/** Letters, digits, `-`, `_` and `.`, as names of resources have to be. */
function nameOf(path: string): string {
  return path.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function resource({ path, bytes, hash, mediaType, columns }: PackedFile): object {
  return {
    name: nameOf(path),
    path,
    format: extensionOf(path),
    mediatype: mediaType.split(";")[0],
    ...(extensionOf(path) === "parquet" ? {} : { encoding: "utf-8" }),
    bytes,
    hash: `sha256:${hash}`,
    ...(columns ? { type: "table", schema: tableSchemaOf(columns) } : {}),
  };
}

/**
 * What is in the folder, for people and for tools.
 * @param sites - Platforms of its items.
 * @see https://datapackage.org/standard/data-package/
 */
export function dataPackage(
  { collection, exportedAt, extension }: ExportAbout,
  files: readonly PackedFile[],
  sites: Iterable<string>,
): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: nameOf(collection.name).replaceAll(/^-+|-+$/g, "") || "collection",
    id: collection.id,
    title: collection.name,
    description: collection.statement.purpose || "A collection of public posts, made with Backtalk.",
    created: new Date(exportedAt).toISOString(),
    keywords: ["backtalk", "social media", "brands"],
    contributors: [{ title: collection.coder, roles: ["creator"] }],
    // Posts are their authors': what may be done with them stands in statement.md.
    licenses: [{ name: "other-closed", title: "Texts are their authors'; see statement.md" }],
    sources: [...new Set(sites)].toSorted().map((title) => ({ title })),
    "backtalk:version": extension,
    resources: files.map(resource),
  };
}

/** JSON Schema of the folder's NDJSON, as a file of its own. */
export function recordSchemaText(columns: readonly Column[]): string {
  return `${JSON.stringify(jsonSchemaOf(columns), undefined, 2)}\n`;
}

/** As `sha256sum --check` reads it. */
export function checksums(files: readonly ZippedFile[]): string {
  return files.map(({ hash, path }) => `${hash}  ${path}\n`).join("");
}

/** Columns of a table in our own shape; others have columns of their own. */
export function columnsIn(format: ExportFormat, { columns }: ExportAbout): { columns?: readonly Column[] } {
  return format.hasColumns ? { columns } : {};
}
