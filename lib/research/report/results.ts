import type { FacetCounts } from "../../model/research/query.ts";
import { countsForPairs, facetChart, pairChart, timeChart } from "./build-charts.ts";
import { type ChartData, chartTable, hasBars } from "./chart.ts";
import type { ReportFacts } from "./facts.ts";
import { filterLines } from "./filter-lines.ts";
import { markdownTable, plain } from "./markdown.ts";
import { dayText, figure, percent, reportWords } from "./report-words.ts";

/** Rows of a table in the text; the files beside it have all. */
const mostRows = 30;

/** Counts stand without the facet's own filter; a report is about what passes all of them. */
function passing(counts: FacetCounts, chosen: readonly string[]): FacetCounts {
  return chosen.length === 0 ? counts : counts.filter(({ value }) => chosen.includes(value));
}

/** The charts of a report: those that have something to show. */
export function reportCharts(facts: ReportFacts): readonly ChartData[] {
  const words = reportWords(facts);
  const { collection, extension, facets, filter, madeAt, pairs, series, validation } = facts;
  const context = [
    collection.name,
    ...filterLines(filter, words),
    `${dayText(madeAt)} · Backtalk ${extension}`,
  ];
  const around = { words, context };
  const time = timeChart(series, { ...around, split: "none", measure: "items" });
  const { agreement } = validation;
  const bars = [
    facetChart("brands", passing(facets.brands, filter.brands), around),
    facetChart("sites", passing(facets.sites, filter.sites), around),
    ...(collection.codebook.codes.length > 0
      ? [facetChart("codes", passing(facets.codes, filter.codes), around)]
      : []),
    // Never without what it is worth.
    ...(agreement
      ? [
          facetChart("sentiments", passing(facets.sentiments, filter.sentiments), {
            ...around,
            notes: [
              `Agrees with the researcher's own coding in ${percent(agreement.accuracy.value)} of ${figure(agreement.n)}.`,
              words.note("sentiment-known", 0),
            ],
          }),
        ]
      : []),
    pairChart(pairs, countsForPairs(facets.brands, filter), around),
  ];
  return [...(hasBars(time) ? [time] : []), ...bars.filter((chart) => chart.bars.length > 0)];
}

/** Charts, each with its table. */
export function resultsSection(charts: readonly ChartData[]): string {
  if (charts.length === 0) return "## Results\n\nNo item passes the filters.";
  return ["## Results", ...charts.map(chartSection)].join("\n\n");
}

function chartSection(chart: ChartData): string {
  const { columns, rows } = chartTable(chart);
  const left = rows.length - mostRows;
  return [
    `### ${plain(chart.title)}`,
    `![${plain(chart.title)}](${chart.id}.svg)`,
    markdownTable(columns, rows.slice(0, mostRows)),
    left > 0 ? `${figure(left)} more rows are in \`${chart.id}.csv\`.` : "",
    ...chart.notes.map(plain),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
