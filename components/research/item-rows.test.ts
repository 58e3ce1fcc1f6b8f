import { describe, expect, it } from "vitest";
import { anItem } from "../testing/research.ts";
import { ItemRows, type ItemRow } from "./item-rows.ts";

const rowOf = (seq: number): ItemRow => ({ item: { ...anItem(seq), seq } });

/** A list whose reads are answered when the test says so. */
function aList() {
  const asked: {
    readonly seqs: readonly number[];
    readonly answer: () => void;
    readonly fail: () => void;
  }[] = [];
  let updates = 0;
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => void updates++,
    updateComplete: Promise.resolve(true),
  };
  const rows = new ItemRows(host);
  rows.from(
    (seqs) =>
      new Promise((resolve, reject) => {
        asked.push({
          seqs,
          answer: () => resolve(seqs.map((seq) => (seq === 13 ? undefined : rowOf(seq)))),
          fail: () => reject(new Error("disk")),
        });
      }),
  );
  return { rows, asked, updates: () => updates };
}

/** Lets everything run that waits for nothing. */
const turn = async (): Promise<void> => {
  for (let step = 0; step < 10; step += 1) await Promise.resolve();
};

describe("rows of a long list", () => {
  it("are read once, and one that is gone is told", async () => {
    const { rows, asked, updates } = aList();
    rows.want([12, 13]);
    expect(rows.row(12)).toBeUndefined();
    asked[0]?.answer();
    await turn();
    expect(rows.row(12)).toEqual(rowOf(12));
    expect(rows.row(13)).toBe("gone");
    expect(updates()).toBe(1);
    rows.want([13, 12, 11]);
    expect(asked.map(({ seqs }) => seqs)).toEqual([[12, 13], [11]]);
  });

  it("that were scrolled past while others were read are never asked for", async () => {
    const { rows, asked } = aList();
    rows.want([1]);
    rows.want([100]);
    rows.want([200]);
    asked[0]?.answer();
    await turn();
    expect(asked.map(({ seqs }) => seqs)).toEqual([[1], [200]]);
  });

  it("of another list take nothing over from this one", async () => {
    const { rows, asked } = aList();
    rows.want([1]);
    rows.from(async (seqs) => seqs.map((seq) => rowOf(seq + 1000)));
    asked[0]?.answer();
    await turn();
    expect(rows.row(1)).toEqual(rowOf(1001));
  });

  it("say that they cannot be read, and are read again on demand", async () => {
    const { rows, asked } = aList();
    rows.want([1]);
    asked[0]?.fail();
    await turn();
    expect(rows.error).toBeInstanceOf(Error);
    rows.want([2]);
    expect(asked).toHaveLength(1);
    rows.retry();
    asked[1]?.answer();
    await turn();
    expect(rows.row(2)).toEqual(rowOf(2));
  });

  it("are not held without end", async () => {
    const { rows, asked } = aList();
    for (let start = 0; start < 5000; start += 100) {
      rows.want(Array.from({ length: 100 }, (_, index) => start + index));
      asked.at(-1)?.answer();
      await turn();
    }
    expect(rows.row(4999)).toEqual(rowOf(4999));
    expect(rows.row(0)).toBeUndefined();
  });
});
