import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, keepItems } from "../../../components/testing/research.ts";
import { longAfter, noFilter } from "../../../tests/support/research-files.ts";
import { databaseErrorOf } from "../../db/database-error.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { ExportOrder } from "../../model/research/transfer.ts";
import { TransferService, type TransferTools } from "./transfer-service.ts";

type WrittenFile = Awaited<ReturnType<TransferTools["newFile"]>>;

/** Files in memory, and room for so many bytes. */
class Room {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>[]>();
  readonly #room: number;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.#room = room;
  }

  readonly newFile = async (): Promise<WrittenFile> => {
    const name = `file-${this.files.size}`;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    this.files.set(name, pieces);
    const size = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
    const room = this.#room;
    return {
      name,
      get bytes() {
        return size();
      },
      write: (bytes) => {
        if (size() + bytes.length > room) throw new DOMException("no room", "QuotaExceededError");
        pieces.push(bytes.slice());
      },
      close: () => {},
      remove: async () => void this.files.delete(name),
    };
  };

  readonly read = async (name: string): Promise<Blob> => new Blob(this.files.get(name));
}

let db: ResearchDatabase;
let opened = 0;
beforeEach(async () => {
  db = openResearch(`transfer-${opened++}`);
  await db.collections.add(await aCollection());
  await keepItems(
    db,
    Array.from({ length: 1200 }, (_, n) => anItem(n)),
  );
});
afterEach(() => db.delete());

const order: ExportOrder = {
  collection: "returns-study",
  filter: noFilter(),
  kind: "folder",
  formats: ["csv"],
  forSpreadsheets: true,
};
const context = { told: () => {}, extension: "0.1.0" };

function serviceWith(room: Room): TransferService {
  return new TransferService({ db, now: () => longAfter, newFile: room.newFile, read: room.read });
}

describe("the transfer service", () => {
  it("writes a file into its room and says how large it is; another service imports it from there", async () => {
    const room = new Room();
    const service = serviceWith(room);
    const result = await service.export(order, context, new AbortController().signal);
    const [name = ""] = room.files.keys();
    const file = await room.read(name);
    expect(result).toEqual({
      ok: true,
      value: { name: "returns-study-2191-10-27.zip", scratch: name, bytes: file.size, items: 1200 },
    });
    expect(await service.inspect({ file, name: "a.zip" })).toMatchObject({ ok: true, value: { rows: 1200 } });
    const target = { id: "returns-study" };
    const into = { file, name: "a.zip", target, isVouchedFor: false };
    expect(await service.import(into, context, new AbortController().signal)).toMatchObject({
      value: { added: 0, same: 1200 },
    });
  });

  it("leaves nothing of a file when it is cancelled", async () => {
    const room = new Room();
    const controller = new AbortController();
    const told = (): void => controller.abort();
    const work = serviceWith(room).export(order, { ...context, told }, controller.signal);
    await expect(work).rejects.toBeInstanceOf(CancelledError);
    expect(room.files.size).toBe(0);
  });

  it("leaves nothing of a file for which there is no room, and says that it was room", async () => {
    const room = new Room(10_000);
    const work = serviceWith(room).export(order, context, new AbortController().signal);
    const error: unknown = await work.catch((cause: unknown) => cause);
    expect(databaseErrorOf(error)?.problem).toEqual({ code: "quota" });
    expect(room.files.size).toBe(0);
  });

  it("leaves nothing where there is nothing to export, and no report without somebody who writes it", async () => {
    const room = new Room();
    const service = serviceWith(room);
    for (const changes of [{ collection: "gone" }, { formats: [] }, { formats: ["report"] as const }]) {
      const result = await service.export({ ...order, ...changes }, context, new AbortController().signal);
      expect(result.ok).toBe(false);
    }
    expect(room.files.size).toBe(0);
  });
});
