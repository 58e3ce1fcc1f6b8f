import { expect, it } from "vitest";
import { canned, netOver } from "../../tests/support/source-fixtures.ts";
import { cfpb } from "./cfpb.ts";
import { mastodon } from "./mastodon.ts";

/** What sources say for the daily file, which is the same for everybody. */

it("complaints come with how many there are in all, and where people see them", async () => {
  const api = "/data-research/consumer-complaints/search/api/v1/";
  const complaint = { complaint_id: 1, company: "COIN BANK", product: "Card" };
  const replies = canned([
    { path: `${api}_suggest_company`, status: 200, body: ["COIN BANK", "COINSTAR"] },
    { path: api, status: 200, body: { hits: { total: { value: 812 }, hits: [{ _source: complaint }] } } },
  ]);
  const since = Date.UTC(2025, 10, 27);
  const found = await cfpb.search(
    { by: "name", words: "Coin Bank", origin: cfpb.origins[0], since },
    { net: netOver(replies), cause: "schedule" },
  );
  expect(found).toMatchObject({
    ok: true,
    value: {
      total: {
        count: 812,
        url: "https://www.consumerfinance.gov/data-research/consumer-complaints/search/?date_received_min=2025-11-27&company=COIN+BANK",
      },
    },
  });
});

it.each([
  ["says that strangers may find it", { indexable: true }, "public", undefined],
  ["is on a server that does not ask", {}, "public", undefined],
  ["says that strangers may not", { indexable: false }, "public", true],
  ["keeps a post out of public lists", { indexable: true }, "unlisted", true],
])("an account that %s", async (_what, account, visibility, isUnindexed) => {
  const status = {
    id: "1",
    uri: "https://social.example/1",
    content: "<p>Northwind</p>",
    visibility,
    account: { acct: "ann", ...account },
  };
  const replies = canned([{ path: "/api/v1/timelines/tag/northwind", status: 200, body: [status] }]);
  const found = await mastodon.search(
    { by: "name", words: "Northwind", origin: "https://social.example" },
    { net: netOver(replies), cause: "schedule" },
  );
  expect(found.ok && found.value.threads).toHaveLength(1);
  expect(found.ok && found.value.threads[0]?.isUnindexed).toBe(isUnindexed);
});
