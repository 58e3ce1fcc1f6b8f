import { buildDirectory } from "./build.ts";

/** `npm run directory`: builds the brand directory into `public/directory` where data or code have changed. */
const startedAt = performance.now();
const report = await buildDirectory();
const took = `${Math.round(performance.now() - startedAt)} ms`;
if (report) {
  console.log(
    `brand directory: ${report.brands} brands, index ${kilobytes(report.indexBytes)}, ` +
      `entries ${kilobytes(report.shardBytes)}, ${report.files} files, ${took}`,
  );
} else {
  console.log(`brand directory: unchanged, ${took}`);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`;
}
