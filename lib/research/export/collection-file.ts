import type { Collection } from "../../model/research/collection.ts";
import type { ItemFilter } from "../../model/research/query.ts";
import type { SentimentValidation } from "../coding/sentiment-validation.ts";
import { sentimentCheck } from "../report/sentiment-check.ts";
import type { ExportAbout } from "./define-format.ts";
import { plainInMarkdown } from "./markdown.ts";

/** Version of the folder's layout. A reader refuses what is newer. */
export const folderVersion = 1;

/** What a folder says of its collection. The key of its pseudonyms never leaves the browser. */
export function collectionFile(
  { collection, extension, exportedAt }: ExportAbout,
  filter: ItemFilter,
  items: number,
): object {
  const { id, name, createdAt, privacy, statement, coder } = collection;
  return {
    format: "backtalk-collection",
    version: folderVersion,
    id,
    name,
    createdAt: new Date(createdAt).toISOString(),
    coder,
    privacy,
    statement,
    exportedAt: new Date(exportedAt).toISOString(),
    extension,
    filter: { ...filter, collection: undefined },
    items,
  };
}

const questions = [
  ["purpose", "Purpose"],
  ["whoCollects", "Who collects"],
  ["whoIsStudied", "Who is studied"],
  ["legalBasis", "Legal basis"],
  ["howItIsShared", "How it is shared"],
  ["limits", "Limits"],
] as const satisfies readonly (readonly [keyof Collection["statement"], string])[];

/** Whether a researcher has answered every question. */
export function unansweredOf(statement: Collection["statement"]): number {
  return questions.filter(([key]) => statement[key].trim() === "").length;
}

/** The data statement as a text that people read before they use the data. */
export function statementText(
  { name, statement, privacy }: Collection,
  validation: SentimentValidation,
): string {
  const answers = questions.map(
    ([key, title]) => `## ${title}\n\n${plainInMarkdown(statement[key].trim()) || "*Not answered.*"}\n`,
  );
  const names = privacy.pseudonymise
    ? "Names and handles are keyed hashes, made when an item was kept. This is still personal data: texts can be searched for."
    : "Names and handles stand as the pages showed them. This is personal data.";
  // Figures never go without what they are worth.
  const sentiment = `## Computed sentiment\n\n${sentimentCheck(validation)}\n`;
  return [`# Data statement: ${plainInMarkdown(name)}\n`, `${names}\n`, ...answers, sentiment].join("\n");
}
