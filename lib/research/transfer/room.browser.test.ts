import { beforeEach, describe, expect, it } from "vitest";
import { emptyRoom, fileInRoom, removeFromRoom, tidyRoom } from "./room.ts";

const hourMs = 3_600_000;
const now = 1_800_000_000_000;

/** A file as a worker leaves it behind; only workers write with handles of their own. */
async function leave(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("research-transfer", { create: true });
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write("words of people");
  await stream.close();
}

async function isThere(name: string): Promise<boolean> {
  return fileInRoom(name).then(
    () => true,
    () => false,
  );
}

beforeEach(emptyRoom);

describe("the room of exports", () => {
  it("keeps what may still be fetched, and nothing that is older, of another time or of no time", async () => {
    const names = [now - 1, now - 2 * hourMs, now + 2 * hourMs, "oddly"].map((when) => `${when}-a`);
    for (const name of names) await leave(name);
    await tidyRoom(now);
    expect(await Promise.all(names.map(isThere))).toEqual([true, false, false, false]);
  });

  it("is empty once everything is deleted, and again", async () => {
    await leave(`${now}-a`);
    await emptyRoom();
    expect(await isThere(`${now}-a`)).toBe(false);
    await emptyRoom();
    await removeFromRoom(`${now}-a`);
  });
});
