import type { Codebook } from "../../model/research/coding.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { CoMention, FoundItems, ItemFilter, TimeSeries } from "../../model/research/query.ts";
import type { FeedView, Session } from "../../model/research/session.ts";
import type { SentimentValidation } from "../coding/sentiment-validation.ts";
import type { Agreement, CodeAgreement } from "../reliability/agreement.ts";
import type { ItemTally } from "./item-tally.ts";
import type { Release } from "./release.ts";
import type { SampleRecall } from "./sample-recall.ts";

/** One recording with the ways of looking in it. */
export interface SessionFacts {
  readonly session: Session;
  readonly views: readonly FeedView[];
}

/** How several coders agree on what both have coded. */
export interface AgreementFacts {
  readonly coders: readonly string[];
  readonly sets: Agreement;
  readonly codes: readonly CodeAgreement[];
  readonly sentiment: Agreement;
}

/** Everything that a report says, before it is put into words. */
export interface ReportFacts {
  readonly collection: Collection;
  readonly filter: ItemFilter;
  readonly madeAt: number;
  /** Version of the extension that writes; `release`: what it was made of, where the build knows. */
  readonly extension: string;
  readonly release: Release | undefined;
  /** Names of platforms, by id. */
  readonly siteName: (id: string) => string;
  /** Items in the collection, and what of them passes the filter. */
  readonly total: number;
  readonly tally: ItemTally;
  /** Oldest first. */
  readonly sessions: readonly SessionFacts[];
  readonly codebooks: readonly Codebook[];
  readonly series: TimeSeries;
  readonly facets: FoundItems["facets"];
  readonly pairs: readonly CoMention[];
  readonly validation: SentimentValidation;
  /** None with a single coder. */
  readonly agreement: AgreementFacts | undefined;
  /** None where no session kept a sample. */
  readonly recall: SampleRecall | undefined;
}
