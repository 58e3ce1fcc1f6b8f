import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerSince } from "../db/ledger.ts";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import type { LedgerTrace } from "../net/index.ts";
import { ledgerWriter } from "./ledger-writer.ts";

let db: PersonalDatabase;
let databases = 0;
beforeEach(() => {
  db = openPersonal(`ledger-writer-${databases++}`);
});
afterEach(() => db.delete());

const opened: LedgerTrace = {
  id: "1-a",
  at: 1000,
  host: "server.example",
  method: "GET",
  purpose: "sync",
  path: "/reviews",
  bytesOut: 40,
  bytesIn: 0,
  status: 0,
  ms: 0,
  cause: "schedule",
};
const outcome = { bytesIn: 512, status: 200, ms: 30 };

describe("the ledger", () => {
  it("has a request before it leaves, and its outcome in the same row", async () => {
    const write = ledgerWriter(db);
    await write(opened);
    expect(await ledgerSince(db, 0)).toMatchObject([{ host: "server.example", status: 0 }]);
    await write({ ...opened, ...outcome });
    expect(await ledgerSince(db, 0)).toMatchObject([{ host: "server.example", ...outcome }]);
  });

  it("keeps requests apart that run side by side", async () => {
    const write = ledgerWriter(db);
    const other = { ...opened, id: "1-b", host: "other.example" };
    await Promise.all([write(opened), write(other)]);
    await write({ ...other, ...outcome });
    const rows = await ledgerSince(db, 0);
    expect(rows.find(({ host }) => host === "other.example")).toMatchObject(outcome);
    expect(rows.find(({ host }) => host === "server.example")).toMatchObject({ status: 0 });
  });

  it("keeps the row of a request whose worker died: it may have been sent", async () => {
    await ledgerWriter(db)(opened);
    await ledgerWriter(db)({ ...opened, id: "2-a", at: 2000 });
    expect(await ledgerSince(db, 0)).toHaveLength(2);
  });

  it("does not bring back a row that the person has deleted meanwhile", async () => {
    const write = ledgerWriter(db);
    await write(opened);
    await db.ledger.clear();
    await write({ ...opened, ...outcome });
    expect(await ledgerSince(db, 0)).toEqual([]);
  });

  it("holds no name of its own for a request: ids are of one worker's life", async () => {
    await ledgerWriter(db)(opened);
    expect((await ledgerSince(db, 0))[0]).not.toHaveProperty("id");
  });
});
