import type { Measurement } from "./measurements.ts";

/** Figures by name, as they are printed and kept: shares between 0 and 1, counts, milliseconds, megabytes a second. */
export type Figures = Readonly<Record<string, number>>;

type Tally = Readonly<Record<"truth" | "right" | "wrong" | "silent", number>>;
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;

/** The figures of an evaluator's last line. @throws where it printed none. */
export function figuresOf({ name, script }: Measurement, output: string): Figures {
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  const read = JSON.parse(last) as Record<string, unknown>;
  if (script === "eval:sentiment") return sentimentOf(name, read as Record<string, number>);
  if (script !== "eval:pages") {
    const { texts, truth, precision, recall, mbPerSecond } = read as Record<string, number>;
    if (precision === undefined || recall === undefined) throw new Error(`${name}: no figures`);
    return {
      texts: texts ?? 0,
      truth: truth ?? 0,
      precision: share(precision, 1),
      recall: share(recall, 1),
      "MB a second": mbPerSecond ?? 0,
    };
  }
  const brand = read["productBrand"] as Tally;
  const site = read["siteIdentity"] as Tally;
  const doubtful = read["falseProducts"] as { readonly pages: number; readonly wrong: number };
  return {
    pages: Number(read["pages"]),
    "maker right": share(brand.right, brand.truth),
    "maker wrong": share(brand.wrong, brand.truth),
    "site right": share(site.right, site.truth),
    "site wrong": share(site.wrong, site.truth),
    "taken for products": share(doubtful.wrong, doubtful.pages),
    "median ms": Number(read["medianMs"]),
    "p99 ms": Number(read["p99Ms"]),
  };
}

/** The naive baseline that an evaluator prints before its curve, where it has one. */
export function baselineOf({ script }: Measurement, output: string): Figures {
  const lines = output.split("\n");
  if (script === "eval:titles") {
    const line = lines.find((text) => text.startsWith("baseline, first word:"));
    const point = JSON.parse(line?.slice(line.indexOf("{")) ?? "{}") as Record<string, number>;
    return pick(point["precision"], point["recall"]);
  }
  if (script === "eval:mentions") {
    const row = lines.find((text) => /│\s*naive\s*│/u.test(text)) ?? "";
    const cells = row.split("│").map((cell) => Number(cell.replaceAll(/['\s]/gu, "")));
    return pick(cells[4], cells[5]);
  }
  if (script === "eval:sentiment") {
    const line = lines.find((text) => text.startsWith("baseline, VADER:"));
    const { r, signAccuracy } = JSON.parse(line?.slice(line.indexOf("{")) ?? "{}") as Record<string, number>;
    return r === undefined || signAccuracy === undefined ? {} : { r, "same sign": signAccuracy };
  }
  const line = lines.find((text) => text.startsWith("baseline, markup alone:"));
  const point = JSON.parse(line?.slice(line.indexOf("{")) ?? "{}") as Record<string, number>;
  return Object.fromEntries(Object.entries(point).map(([key, value]) => [key, share(value, 1)]));
}

function sentimentOf(name: string, { texts, r, signAccuracy }: Record<string, number>): Figures {
  if (r === undefined || signAccuracy === undefined) throw new Error(`${name}: no figures`);
  return { texts: texts ?? 0, r, "same sign": signAccuracy };
}

function pick(precision: number | undefined, recall: number | undefined): Figures {
  if (precision === undefined || recall === undefined) return {};
  return { precision: share(precision, 1), recall: share(recall, 1) };
}
