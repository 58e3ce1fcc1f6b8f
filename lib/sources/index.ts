import { bluesky } from "./bluesky.ts";
import { cfpb } from "./cfpb.ts";
import { constellation } from "./constellation.ts";
import { cpsc } from "./cpsc.ts";
import type { Source } from "./define-source.ts";
import { discourse } from "./discourse.ts";
import { hackernews } from "./hackernews.ts";
import { hypothesis } from "./hypothesis.ts";
import { lemmy } from "./lemmy.ts";
import { libreviews } from "./libreviews.ts";
import { lobsters } from "./lobsters.ts";
import { mastodon } from "./mastodon.ts";
import { nhtsa } from "./nhtsa.ts";
import { openBeautyFacts, openFoodFacts, openProductsFacts } from "./open-facts.ts";
import { openfda } from "./openfda.ts";
import { piefed } from "./piefed.ts";
import { safetyGate } from "./safety-gate.ts";
import { stackexchange } from "./stackexchange.ts";
import { wikidata } from "./wikidata.ts";
import { wikipedia } from "./wikipedia.ts";

/** Every public API we read, by id. A new one is a file beside this and a line here: docs/adding-a-source.md. */
export const sources: readonly Source[] = [
  bluesky,
  cfpb,
  constellation,
  cpsc,
  discourse,
  hackernews,
  hypothesis,
  lemmy,
  libreviews,
  lobsters,
  mastodon,
  nhtsa,
  openBeautyFacts,
  openFoodFacts,
  openProductsFacts,
  openfda,
  piefed,
  safetyGate,
  stackexchange,
  wikidata,
  wikipedia,
];
