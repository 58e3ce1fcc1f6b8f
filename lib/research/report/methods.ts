import type { CollectionPrivacy } from "../../model/research/collection.ts";
import type { Estimate } from "../statistics/estimate.ts";
import type { ReportFacts } from "./facts.ts";
import { filterLines } from "./filter-lines.ts";
import { code, markdownTable, plain } from "./markdown.ts";
import { releaseLine } from "./release.ts";
import { counted, figure, percent, reportWords, whyText } from "./report-words.ts";
import { sentimentCheck } from "./sentiment-check.ts";
import { sessionText } from "./session-text.ts";

/** How the items came to be, written from what was recorded. */
export function methodsSection(facts: ReportFacts): string {
  const { sessions, siteName } = facts;
  const posts = sessions.reduce((sum, { session }) => sum + session.seen, 0);
  return [
    "## Methods",
    "### Collection",
    sessions.length === 0
      ? "No session was recorded; items were chosen by hand or imported."
      : `Posts were recorded in ${counted(sessions.length, "session")} while the researcher looked at them in a browser; ` +
        `${counted(posts, "distinct post")} came by in them. A post met again in a session is counted once and kept once in the collection.`,
    sessions.map((session) => sessionText(session, siteName)).join("\n"),
    `Items in this report were kept because: ${whyLine(facts)}.`,
    "### Detection",
    detection(facts),
    "### Protection of people",
    protection(facts.collection.privacy),
    "### Exclusions",
    exclusions(facts),
    "### Filters in force",
    filterLines(facts.filter, reportWords(facts))
      .map((line) => `- ${plain(line)}`)
      .join("\n"),
    "### Coding",
    coding(facts),
    "### Sentiment",
    sentiment(facts),
    "### What was missed",
    missed(facts),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function whyLine({ tally }: ReportFacts): string {
  const parts = tally.why
    .entries()
    .map(([why, count]) => `${whyText[why as keyof typeof whyText]} (${figure(count)})`);
  return parts.length > 0 ? parts.join(", ") : "none";
}

function detection({ tally, release, extension }: ReportFacts): string {
  const stamps = tally.detectors
    .entries()
    .map(([stamp, count]) => `- Detector and directory ${code(stamp)}: ${counted(count, "item")}`);
  const now = release ? releaseLine(release) : `Backtalk ${plain(extension)}`;
  return [
    "Brands were recognised on the device, by the names, handles, hashtags and links of a directory of brands.",
    stamps.join("\n"),
    `This report was written by ${now}.`,
  ].join("\n\n");
}

function protection({
  pseudonymise,
  sealTo,
  keepMedia,
  audience,
  audienceNote,
  retentionDays,
}: CollectionPrivacy): string {
  return [
    pseudonymise
      ? "- Authors, and handles in texts and addresses, were replaced by pseudonyms (keyed hashes of this collection) when an item was kept. Pseudonymised data are still personal data."
      : "- Authors and handles were kept as the page shows them.",
    sealTo
      ? "- Original addresses and authors were sealed with the researcher's key."
      : pseudonymise
        ? "- Original addresses and authors were not kept."
        : "",
    keepMedia
      ? "- Addresses of pictures and films were kept."
      : "- Addresses of pictures and films were not kept.",
    audience === "public-only"
      ? "- Only posts with positive evidence of a public audience were kept."
      : `- Posts without evidence of a public audience were kept as well. The researcher's reason: ${plain(audienceNote ?? "none given")}`,
    retentionDays === undefined
      ? "- No date of deletion was set."
      : `- Items are deleted after ${counted(retentionDays, "day")}.`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function exclusions({ sessions, collection: { log }, tally, total }: ReportFacts): string {
  const notPublic = sessions.reduce((sum, { session }) => sum + session.notPublic, 0);
  const erased = log?.erased ?? [];
  const deleted = erased.reduce((sum, each) => sum + each.deleted, 0);
  const masked = erased.reduce((sum, each) => sum + each.masked, 0);
  return [
    `- Left out because nothing showed that everybody may read them: ${counted(notPublic, "post")}.`,
    `- Erased at a person's request: ${counted(erased.length, "person", "people")}, ${counted(deleted, "item")} deleted, ${figure(masked)} masked.`,
    `- Deleted because their time was over: ${counted(log?.expired ?? 0, "item")}.`,
    `- Deleted because the post was gone from its platform: ${counted(log?.gone ?? 0, "item")}. Marked as gone and still counted: ${figure(tally.gone)}.`,
    `- Left out by the filters below: ${counted(Math.max(0, total - tally.items), "item")} of ${figure(total)}.`,
  ].join("\n");
}

function coding({ tally, collection: { codebook, coder }, codebooks, agreement }: ReportFacts): string {
  const versions = tally.codebooks
    .entries()
    .map(([version, count]) => `version ${plain(version)}: ${counted(count, "item")}`);
  const used =
    tally.coded === 0
      ? "No item was coded."
      : `${counted(tally.coded, "item")} of ${figure(tally.items)} were coded by ${plain(coder)} (${versions.join("; ")}).`;
  const book =
    `The codebook in force is version ${codebook.version} of ${Math.max(codebook.version, codebooks.length)}, ` +
    `with ${counted(codebook.codes.length, "code")}.`;
  if (!agreement)
    return [used, book, "No second coder has coded; there is no figure of agreement."].join(" ");
  const table = markdownTable(
    ["Code", "Items coded twice or more", "Same", "Krippendorff's alpha (95 %)", "Cohen's kappa (95 %)"],
    [
      ...agreement.codes.map(({ code, n, same, alpha, kappa }) => [
        code.name,
        n,
        same ? percent(same.value) : undefined,
        estimate(alpha),
        estimate(kappa),
      ]),
      ["All codes of an item (MASI)", agreement.sets.n, undefined, estimate(agreement.sets.alpha), undefined],
    ],
  );
  return [`${used} ${book} Coders: ${agreement.coders.map(plain).join(", ")}.`, table].join("\n\n");
}

const digits = (part: number): string => part.toFixed(2);

function estimate(value: Estimate | undefined): string | undefined {
  if (!value) return "not defined";
  const { low, high } = value;
  return low === undefined || high === undefined
    ? digits(value.value)
    : `${digits(value.value)} (${digits(low)} to ${digits(high)})`;
}

function sentiment({ tally, validation }: ReportFacts): string {
  if (tally.scored === 0 && tally.byHand === 0) return "No sentiment was computed or said by hand.";
  const methods = tally.methods
    .entries()
    .map(([method, count]) => `${code(method)} (${counted(count, "item")})`);
  const left = validation.agreement ? "" : " No computed sentiment is reported.";
  return `Computed by ${methods.join(", ") || "no method"}; ${counted(tally.byHand, "item")} have one said by hand, which counts before the computed one. ${sentimentCheck(validation)}${left}`;
}

function posts({ value, low = value, high = value }: Estimate): string {
  const [most, from, to] = [value, low, high].map((part) => figure(Math.round(part)));
  return `${most} (95 % interval ${from} to ${to})`;
}

function share({ value, low = value, high = value }: Estimate): string {
  return `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function missed({ recall: found }: ReportFacts): string {
  if (!found) return "No sample of what did not match was kept, so nothing can be said of what was missed.";
  const { coded, estimate: recall, sampled } = found;
  if (!recall)
    return "A sample of what did not match was kept and is not coded, so nothing can be said yet of what was missed.";
  return [
    `From ${counted(coded, "coded post")} of the ${figure(sampled)} in the sample, relevant posts that were not kept: ${posts(recall.missed)}.`,
    recall.recall ? `Estimated recall: ${share(recall.recall)}.` : "",
    recall.precision
      ? `Estimated precision: ${share(recall.precision)}.`
      : "No match was coded; every match was taken for relevant.",
    "“Relevant” is what the coder gave a code. The interval is that of the share in the sample (Wilson); what else may be wrong is not in it. These figures are of whole sessions, whatever else was filtered.",
  ]
    .filter((line) => line !== "")
    .join(" ");
}
