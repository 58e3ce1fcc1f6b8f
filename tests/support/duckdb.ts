/** DuckDB for reading what we write. It has no build for some platforms: tests that need it say so and are skipped. */
const loaded = await import("@duckdb/node-api").catch(() => undefined);

export const hasDuckDb = loaded !== undefined;

/** Rows of a query, as plain values. */
export async function duckDb(sql: string): Promise<Record<string, unknown>[]> {
  if (!loaded) throw new Error("DuckDB has no build for this platform");
  const instance = await loaded.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    // Nothing may be loaded from the network; times as they are written.
    await connection.run("SET autoinstall_known_extensions = false; SET TimeZone = 'UTC'");
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
