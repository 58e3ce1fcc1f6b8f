import type { ReportFacts } from "./facts.ts";
import { counted } from "./report-words.ts";

/** What cannot be concluded from such a collection. */
export function limitsSection({ tally, series, sessions }: ReportFacts): string {
  const kinds = new Set(sessions.flatMap(({ views }) => views.map(({ kind }) => kind)));
  const lines = [
    "The items are what one person's browser met. They are no sample of a platform, of its users or of buyers, and counts are not popularity.",
    kinds.has("ranked") || kinds.has("following")
      ? "Some posts came from feeds that a platform ranks, or of accounts that the researcher follows: the platform and the researcher's own history chose them."
      : "",
    "Posts seen are counted where they came by while recording. Posts deleted, hidden or never shown are in no count.",
    series.undated > 0
      ? `${counted(series.undated, "item")} without a date of publication stand on the day of collection.`
      : "",
    tally.truncated > 0
      ? `Of ${counted(tally.truncated, "item")} the page showed only the beginning: brands and words in the rest were not found.`
      : "",
    tally.edited > 0
      ? `${counted(tally.edited, "item")} changed after they were kept; earlier texts are in the data.`
      : "",
    tally.notShownPublic > 0
      ? `Nothing showed of ${counted(tally.notShownPublic, "item")} that everybody may read them.`
      : "",
    "Detection is by names and links: nicknames, pictures, misspellings and irony are missed, and words that are also brands are now and then taken for one.",
  ];
  return ["## Limits", ...lines.filter((line) => line !== "").map((line) => `- ${line}`)]
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ");
}
