import { browser } from "wxt/browser";
import { formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter, SeriesSplit } from "../../lib/model/research/query.ts";
import { countsForPairs, facetChart, pairChart, timeChart } from "../../lib/research/report/build-charts.ts";
import type { BarChart, ChartId, TimeChart } from "../../lib/research/report/chart.ts";
import { type AllWords, filterLines } from "../../lib/research/report/filter-lines.ts";
import {
  enoughToValidate,
  type SentimentValidation,
} from "../../lib/research/coding/sentiment-validation.ts";
import type { ChartAnswers } from "../controllers/chart-answers.ts";
import { chartWords, madeLine } from "./chart-words.ts";

export interface ChartSetInput {
  readonly collection: Collection;
  readonly filter: ItemFilter;
  readonly answers: ChartAnswers;
  readonly split: SeriesSplit;
  readonly measure: TimeChart["measure"];
  readonly validation: SentimentValidation | undefined;
  readonly siteName: (id: string) => string;
  readonly nowMs: number;
}

function wordsFor({ collection, answers, filter, siteName }: ChartSetInput): AllWords {
  const { facets } = answers;
  const sites = [...facets.sites.map(({ value }) => value), ...filter.sites];
  return chartWords({
    brands: new Map(facets.brands.map(({ value, name }) => [value, name ?? value])),
    sites: new Map(sites.map((id) => [id, siteName(id)])),
    codes: new Map(collection.codebook.codes.map(({ id, name }) => [id, name])),
  });
}

function validationNote(validation: SentimentValidation | undefined): string {
  const count = validation?.n ?? 0;
  if (!validation?.agreement)
    return t("research_chart_note_sentiment_unchecked", { count, enough: enoughToValidate });
  const { value, low, high } = validation.agreement.accuracy;
  const [share, least, most] = [value, low ?? value, high ?? value].map((each) => formatShare(each));
  return t("research_chart_note_sentiment_checked", {
    count,
    share: share ?? "",
    low: least ?? "",
    high: most ?? "",
  });
}

/** The charts of one look at a collection, made when they are shown. */
export class ChartSet {
  readonly #input: ChartSetInput;
  readonly #words: AllWords;
  readonly #context: readonly string[];

  constructor(input: ChartSetInput) {
    this.#input = input;
    this.#words = wordsFor(input);
    const { version } = browser.runtime.getManifest();
    this.#context = [
      input.collection.name,
      ...filterLines(input.filter, this.#words),
      madeLine(input.nowMs, version),
    ];
  }

  time(): TimeChart {
    const { answers, split, measure } = this.#input;
    const notes = split === "sentiments" ? this.#sentimentNotes() : [];
    return timeChart(answers.series, { words: this.#words, context: this.#context, split, measure, notes });
  }

  bars(id: Exclude<ChartId, "time">): BarChart {
    const { answers, filter, validation } = this.#input;
    const around = { words: this.#words, context: this.#context };
    if (id === "pairs")
      return pairChart(
        answers.pairs,
        countsForPairs(answers.facets.brands, { ...filter, brands: [] }),
        around,
      );
    if (id !== "sentiments") return facetChart(id, answers.facets[id], around);
    const notes = this.#sentimentNotes();
    return facetChart(id, validation?.agreement ? answers.facets.sentiments : [], { ...around, notes });
  }

  /** Never without what it is worth. */
  #sentimentNotes(): readonly string[] {
    return [validationNote(this.#input.validation), this.#words.note("sentiment-known", 0)];
  }
}
