import { fakeBrowser } from "./testing/extension.ts";
import { beforeEach, expect, it } from "vitest";
import "./bt-author.ts";
import { hideItem } from "../lib/db/hidden.ts";
import { choosePerson, forgetPerson } from "../lib/db/people.ts";
import { removeReviews } from "../lib/db/store-reviews.ts";
import { databases } from "./databases.ts";
import { Voice } from "./testing/authors.ts";
import { deepText, emptyDatabases, mount, until } from "./testing/mount.ts";

const said = "The soles came off.";
const replied = "You are a fool.";

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

it("an author whom the person muted may be read; what was reported or taken out is gone here, too", async () => {
  const { community, personal } = databases();
  const [anna, bert] = [await Voice.of(community), await Voice.of(community)];
  await anna.review({ nickname: "anna_k", opinion: said, stars: 2, daysAgo: 3 });
  await anna.reply(await bert.review({ nickname: "Bert", daysAgo: 5 }), { opinion: replied });
  const [reply] = await community.replies.toArray();
  const [review] = await community.effective.filter(({ author }) => author === anna.author).toArray();
  if (!reply || !review) throw new Error("anna has written nothing");
  await choosePerson(personal, { author: anna.author, choice: "muted", at: 1 });

  const view = mount(
    Object.assign(document.createElement("bt-author"), { request: { author: anna.author } }),
  );
  const says = (text: string): boolean => deepText(view).includes(text);
  await until(() => says(said) && says(replied), "both");
  await forgetPerson(personal, anna.author);
  await hideItem(personal, { id: reply.id, why: "reported", at: 1 });
  await until(() => !says(replied), "the reply gone");
  expect(says(said)).toBe(true);
  await removeReviews(community, [{ id: review.id }], { asOf: Date.now() / 1000 });
  await until(() => !says(said), "the review gone");
});
