import { describe, expect, it } from "vitest";
import { exportFormats } from "../../lib/model/research/transfer.ts";
import { itemColumns } from "../../lib/research/export/columns.ts";
import { formats } from "../../lib/research/export/index.ts";
import {
  everythingIn,
  faultOf,
  firstChoices,
  formatsWithColumns,
  isNarrowing,
  withColumn,
  withFormat,
  withKind,
} from "./export-choices.ts";

describe("what is chosen for an export", () => {
  it("offers every format that there is, and knows which have columns of ours", () => {
    expect([...exportFormats]).toEqual([...formats.map(({ id }) => id), "report"]);
    expect(formats.filter(({ hasColumns }) => hasColumns).map(({ id }) => id)).toEqual(formatsWithColumns);
  });

  it("adds formats to a folder, and has one for a file", () => {
    const two = withFormat(firstChoices, "parquet", true);
    expect(two.formats).toEqual(["csv", "ndjson", "parquet"]);
    const one = withKind(two, "file");
    expect(one.formats).toEqual(["csv"]);
    expect(withFormat(one, "ris", true).formats).toEqual(["ris"]);
  });

  it("says all columns by none", () => {
    const name = itemColumns[3]?.name ?? "";
    const fewer = withColumn(firstChoices, name, false);
    expect(fewer.columns).toHaveLength(itemColumns.length - 1);
    expect(withColumn(fewer, name, true).columns).toBeUndefined();
  });

  it("finds what stands in the way", () => {
    expect(faultOf(firstChoices)).toBeUndefined();
    expect(faultOf({ ...firstChoices, formats: [] })).toBe("format");
    expect(faultOf({ ...firstChoices, isEncrypted: true, passphrase: "elevenchars" })).toBe("passphrase");
    expect(faultOf({ ...firstChoices, isEncrypted: true, passphrase: "twelve chars" })).toBeUndefined();
  });

  it("tells a filter that leaves something out", () => {
    const all = everythingIn("c");
    expect(isNarrowing(all)).toBe(false);
    for (const part of [{ text: "soles" }, { brands: [""] }, { from: 0 }, { confidence: 0.5 }]) {
      expect(isNarrowing({ ...all, ...part })).toBe(true);
    }
  });
});
