import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { idOf, stored } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { firstShown } from "./first-shown.ts";
import { choosePerson } from "./people.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";
import { storeReviews } from "./store-reviews.ts";

let personal: PersonalDatabase;
let community: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  personal = openPersonal(`first-${databases}`);
  community = openCommunity(`first-community-${databases++}`);
});
afterEach(async () => {
  await personal.delete();
  await community.delete();
});

/** Reviews by as many authors, the newest by the first; the newest `wordless` give only stars. */
async function reviews(count: number, wordless = 0): Promise<void> {
  const said = Array.from({ length: count }, (_, index) =>
    stored({
      name: `r${index}`,
      author: `a${index}`,
      rating: 50,
      opinion: index < wordless ? undefined : "Words.",
      issuedAt: 1_700_000_000 - index * 3600,
    }),
  );
  await storeReviews(community, said, { asOf: 1_700_000_500 });
}

async function mute(count: number): Promise<void> {
  for (let index = 0; index < count; index++)
    await choosePerson(personal, { author: idOf(`a${index}`), choice: "muted", at: 1 });
}

async function newest(): Promise<string | undefined> {
  return (await firstShown({ community, personal }, ["brand.example"], "newest")).row?.id;
}

it("picks the newest that is not hidden, however many are before it", async () => {
  await reviews(9);
  expect(await newest()).toBe(idOf("r0"));
  await mute(7);
  expect(await newest()).toBe(idOf("r7"));
});

it("picks words before stars alone, unless many newer ones have none", async () => {
  await reviews(20, 3);
  expect(await newest()).toBe(idOf("r3"));
  await community.delete();
  community = openCommunity(`first-community-${databases++}`);
  await reviews(20, 12);
  expect(await newest()).toBe(idOf("r0"));
});

it("picks nothing where all are hidden, or none is there", async () => {
  expect(await newest()).toBeUndefined();
  await reviews(3);
  await mute(3);
  expect(await newest()).toBeUndefined();
});
