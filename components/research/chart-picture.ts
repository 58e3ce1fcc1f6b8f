import { strToU8, zipSync } from "fflate";
import { uiDirection, uiLanguage } from "../../lib/i18n.ts";
import type { ChartData } from "../../lib/research/report/chart.ts";
import { chartCsv } from "../../lib/research/report/chart-csv.ts";
import { type ChartLook, lightColours } from "../../lib/research/report/chart-look.ts";
import { chartSvg } from "../../lib/research/report/chart-svg.ts";

/** Dots of a PNG for each px of the drawing: sharp in print and on dense screens. */
const dotsPerPx = 2;

/** Pictures go into papers and onto slides: always on white, whatever the page looks like. */
function look(): ChartLook {
  return { ...lightColours, language: uiLanguage(), direction: uiDirection(), width: 720 };
}

/** The SVG as PNG. @throws where the browser cannot draw it. */
async function pngOf(svg: string): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * dotsPerPx;
    canvas.height = image.naturalHeight * dotsPerPx;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/png");
    });
    if (!blob) throw new Error("the picture cannot be written");
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

export type PictureKind = "svg" | "png" | "csv";

export interface ChartFile {
  readonly name: string;
  readonly content: Blob;
}

/** `returns-study-time-2026-11-27`; letters of any script stay. */
export function fileStem(collection: string, chart: ChartData, nowMs: number): string {
  const words = collection
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return [words || "collection", chart.id, new Date(nowMs).toISOString().slice(0, 10)].join("-");
}

/** A chart to keep. Pictures come in a ZIP with their data, so that neither is ever without the other. */
export async function chartFile(chart: ChartData, kind: PictureKind, stem: string): Promise<ChartFile> {
  const csv = chartCsv(chart);
  if (kind === "csv") return { name: `${stem}.csv`, content: new Blob([csv], { type: "text/csv" }) };
  const svg = chartSvg(chart, look());
  const zip = zipSync({
    [`${stem}.${kind}`]: kind === "svg" ? strToU8(svg) : await pngOf(svg),
    [`${stem}.csv`]: strToU8(csv),
  });
  return { name: `${stem}-${kind}.zip`, content: new Blob([zip], { type: "application/zip" }) };
}
