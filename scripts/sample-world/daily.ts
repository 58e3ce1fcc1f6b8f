import type { FeedBrand, FeedDailyExtras, FeedFact, FeedTitle } from "../../lib/schema/feed-daily.ts";
import { brands, type SampleBrand } from "./brands.ts";
import { sampleKey } from "./keys.ts";
import { casts } from "./people.ts";
import { companyRegister, complaints, pathOf, recalls, safetyBoard } from "./records.ts";
import { worldEndsAt } from "./statements.ts";
import { sampleTalks, type SampleTalk } from "./talk/conversations.ts";
import { talkAddress } from "./talk/index.ts";
import { postedAt } from "./talk/places.ts";

/** Which API each place of the world speaks, by its id in `lib/sources`. */
const sourceOf: Readonly<Record<SampleTalk["place"], string>> = {
  forum: "discourse",
  lemmy: "lemmy",
  mastodon: "mastodon",
};
/** Its answers are signed by a key that it has proven. */
const answering = "northwind.example";
const ownRights = { licence: "© their authors", attribution: "Sample talk" };

/** What the sample hub's daily file says: every brand and every host in it is invented. */
export async function sampleDaily(seed: string): Promise<FeedDailyExtras> {
  const { author } = await sampleKey(seed, casts.official(answering));
  const entries = brands.map((brand): [string, FeedBrand] => [brand.domains[0] ?? "", entryOf(brand)]);
  return {
    officialKeys: [{ brand: answering, author, proofUrl: `https://${answering}/.well-known/backtalk.json` }],
    brands: Object.fromEntries(entries.filter(([, entry]) => Object.keys(entry).length > 0)),
    sources: {
      [safetyBoard.host]: { name: safetyBoard.name, licence: "CC0-1.0", attribution: safetyBoard.name },
      [companyRegister.host]: {
        name: companyRegister.name,
        licence: "CC0-1.0",
        attribution: companyRegister.name,
      },
      discourse: { name: "Discourse", ...ownRights },
      lemmy: { name: "Lemmy", ...ownRights },
      mastodon: { name: "Mastodon", ...ownRights },
    },
  };
}

function entryOf(brand: SampleBrand): FeedBrand {
  const facts = factsAbout(brand);
  const talks = sampleTalks.filter((talk) => talk.brand === brand.name);
  const bySource = Object.groupBy(talks, ({ place }) => sourceOf[place]);
  const counts = Object.entries(bySource).map(([source, all = []]): [string, number] => [source, all.length]);
  const titles = talks.filter(({ title }) => title !== "").toSorted((a, b) => a.daysAgo - b.daysAgo);
  return {
    ...(facts.length > 0 && { facts }),
    ...(counts.length > 0 && { threads: Object.fromEntries(counts) }),
    ...(titles.length > 0 && { newestTitles: titles.map((talk) => titleOf(talk)) }),
  };
}

/** A post without a title has only its text, and texts are not in it. */
function titleOf(talk: SampleTalk): FeedTitle {
  const at = Date.parse(postedAt(talk)) / 1000;
  return { title: talk.title, url: talkAddress(talk), sourceId: sourceOf[talk.place], at };
}

function factsAbout({ name, owner }: SampleBrand): FeedFact[] {
  return [
    ...recalls
      .filter(({ brand }) => brand === name)
      .map(({ product, date, severity, url }) => ({
        sourceId: safetyBoard.host,
        property: "recall",
        value: `${name}: ${product}`,
        sourceUrl: url,
        id: url.split("/").at(-1) ?? url,
        at: Date.parse(date) / 1000,
        severity,
        products: [product],
      })),
    ...complaints
      .filter(({ brand }) => brand === name)
      .map(({ count }) => ({
        sourceId: safetyBoard.host,
        property: "complaint",
        value: safetyBoard.name,
        sourceUrl: `https://${safetyBoard.host}/complaints${pathOf(name)}`,
        id: `count-${pathOf(name)}`,
        at: worldEndsAt,
        count,
      })),
    ...(owner === ""
      ? []
      : [
          {
            property: "owner",
            value: owner,
            sourceId: companyRegister.host,
            sourceUrl: `https://${companyRegister.host}${pathOf(owner)}`,
            id: pathOf(owner),
          },
        ]),
  ];
}
