import { t } from "../../lib/i18n.ts";
import type { DetectorStamp } from "../../lib/model/research/session.ts";
import { directoryMonth, type Release, thisRelease } from "../../lib/research/report/release.ts";

/**
 * With what an item was found: `0.1.0 · directory 2026-09 (01234567) · adapters 0123456789ab`. Of
 * other builds than this one only what the item says is known.
 */
export function stampWords(
  { extension, directory }: DetectorStamp,
  release: Release | undefined = thisRelease(),
): string {
  const month = release && directoryMonth(release);
  const isThis = release?.version === extension && release.directory.version === directory;
  return isThis && month !== undefined
    ? t("research_release_this", {
        extension,
        directory: directory.slice(0, 8),
        month,
        adapters: release.adapters.sha256.slice(0, 12),
      })
    : t("research_item_detector_words", { extension, directory: directory.slice(0, 8) });
}
