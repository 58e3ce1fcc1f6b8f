import { brands } from "./brands.ts";

/** The sample brands for the brand directory, in the format of `data/supplement.tsv`. */
export const sampleDirectoryRows = brands
  .map(({ name, aliases, domains, handles, owner, category }) =>
    [name, aliases.join("|"), domains.join("|"), handles.join("|"), owner, category, ""].join("\t"),
  )
  .join("\n");
