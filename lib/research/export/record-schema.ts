import type { Column, ColumnKind } from "./column.ts";

type Schema = Readonly<Record<string, unknown>>;

const inJson: Readonly<Record<ColumnKind, Schema>> = {
  string: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  time: { type: "string", format: "date-time" },
  strings: { type: "array", items: { type: "string" } },
  json: { type: ["array", "object"] },
};

/** JSON Schema (2020-12) of one line of NDJSON. */
export function jsonSchemaOf(columns: readonly Column[]): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Backtalk research item",
    type: "object",
    properties: Object.fromEntries(
      columns.map(({ name, kind, about }) => [name, { ...inJson[kind], description: about }]),
    ),
    required: columns.filter(({ name }) => alwaysThere.has(name)).map(({ name }) => name),
  };
}

const alwaysThere = new Set(["key", "collection", "site", "collected_at", "text", "truncated", "why"]);

const inTable: Readonly<Record<ColumnKind, string>> = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  time: "datetime",
  strings: "array",
  json: "any",
};

/**
 * Frictionless Table Schema of the same columns.
 * @see https://datapackage.org/standard/table-schema/
 */
export function tableSchemaOf(columns: readonly Column[]): Schema {
  const hasKey = columns.some(({ name }) => name === "key");
  return {
    fields: columns.map(({ name, kind, about }) => ({ name, type: inTable[kind], description: about })),
    missingValues: [""],
    ...(hasKey ? { primaryKey: ["key"] } : {}),
  };
}
