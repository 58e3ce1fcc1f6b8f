import { chartCsv } from "./chart-csv.ts";
import { printLook } from "./chart-look.ts";
import { chartSvg } from "./chart-svg.ts";
import { citeSection } from "./cite.ts";
import type { ReportFacts } from "./facts.ts";
import { limitsSection } from "./limits.ts";
import { markdownTable, plain, quoted } from "./markdown.ts";
import { methodsSection } from "./methods.ts";
import { counted, dayText, figure } from "./report-words.ts";
import { reportCharts, resultsSection } from "./results.ts";

/** The report in Markdown (CommonMark with GFM tables). Nothing that a page or a person wrote is markup in it. */
export function writeReport(facts: ReportFacts): string {
  const parts = [
    `# ${plain(facts.collection.name)}`,
    summary(facts),
    statement(facts),
    methodsSection(facts),
    resultsSection(reportCharts(facts)),
    limitsSection(facts),
    citeSection(facts),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The report and its charts, each as picture and as data, by name of file. */
export function reportFiles(facts: ReportFacts): ReadonlyMap<string, string> {
  const charts = reportCharts(facts).flatMap((chart) => [
    [`${chart.id}.svg`, chartSvg(chart, printLook)] as const,
    [`${chart.id}.csv`, chartCsv(chart)] as const,
  ]);
  return new Map([["report.md", writeReport(facts)] as const, ...charts]);
}

function range(of: { readonly from: number; readonly to: number } | undefined): string {
  return of ? `${dayText(of.from)} to ${dayText(of.to)}` : "unknown";
}

function summary({ tally, total, madeAt, sessions }: ReportFacts): string {
  const seen = sessions.reduce((sum, { session }) => sum + session.seen, 0);
  const langs = tally.langs
    .entries()
    .slice(0, 8)
    .map(([lang, count]) => `${lang || "unknown"} ${figure(count)}`);
  return markdownTable(
    ["", "Figure"],
    [
      ["Items in this report", `${figure(tally.items)} of ${figure(total)}`],
      ["Posts seen in sessions", seen],
      ["Published", range(tally.published)],
      ["Collected", range(tally.collected)],
      ["Sessions", sessions.length],
      ["Without a brand", counted(tally.withoutBrand, "item")],
      ["Languages", langs.join(", ") || "none"],
      ["Written", dayText(madeAt)],
    ],
  );
}

const questions = [
  ["purpose", "Purpose"],
  ["whoCollects", "Who collects"],
  ["whoIsStudied", "Who is studied"],
  ["legalBasis", "Legal basis"],
  ["howItIsShared", "How it is shared"],
  ["limits", "Limits, in the researcher's words"],
] as const;

function statement({ collection }: ReportFacts): string {
  const said = questions.filter(([name]) => collection.statement[name].trim() !== "");
  const parts = said.map(([name, words]) => `**${words}**\n\n${quoted(collection.statement[name])}`);
  return ["## Data statement", ...(parts.length > 0 ? parts : ["None was given."])].join("\n\n");
}
