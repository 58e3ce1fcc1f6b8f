import type { z } from "zod";
import { ReleaseSchema } from "../../schema/provenance.ts";

export type Release = z.infer<typeof ReleaseSchema>;

const builtIn = (import.meta.env ?? {}) as {
  /** JSON of a `Release`, put there by the build; none in tests. */
  readonly BACKTALK_RELEASE?: string;
};

/** What this build was made of; `undefined` in a build that was not told. */
export function thisRelease(text = builtIn.BACKTALK_RELEASE): Release | undefined {
  return text ? ReleaseSchema.parse(JSON.parse(text)) : undefined;
}

/** The first of the sources has a date in its version: `8.0.20260918` → `2026-09`. */
export function directoryMonth({ directory }: Release): string | undefined {
  for (const version of Object.values(directory.sources)) {
    const [, year, month] = /(20\d\d)(0[1-9]|1[0-2])\d\d$/u.exec(version) ?? [];
    if (year && month) return `${year}-${month}`;
  }
  return undefined;
}

/** `Backtalk 0.1.0 · directory 2026-09 (0123456789abcdef) · adapters 0123456789ab`. */
export function releaseLine(release: Release): string {
  const { version, directory, adapters } = release;
  const month = directoryMonth(release);
  const called = month === undefined ? directory.version : `${month} (${directory.version})`;
  return `Backtalk ${version} · directory ${called} · adapters ${adapters.sha256.slice(0, 12)}`;
}
