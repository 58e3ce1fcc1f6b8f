import type { BrandEntry, Directory } from "./directory.ts";

const byName = "name:";

/** The brand of a brand id: its primary domain, else `name:<folded name>`. */
export async function brandById(
  directory: Pick<Directory, "byName" | "matchHost">,
  id: string,
): Promise<BrandEntry | undefined> {
  if (!id.startsWith(byName)) {
    const entry = (await directory.matchHost(id))?.entry;
    return entry?.id === id ? entry : undefined;
  }
  const entries = await directory.byName(id.slice(byName.length));
  return entries.find((entry) => entry.id === id);
}
