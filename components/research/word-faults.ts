import { codeKey, t } from "../../lib/i18n.ts";
import { recordingLimits } from "../../lib/model/research/session.ts";
import { compileRule } from "../../lib/research/capture/rule.ts";
import type { PatternFlaw } from "../../lib/research/capture/pattern.ts";

/** What is wrong with single words of a rule, each as a sentence that names it: as recording would refuse them. */
export function wordFaults(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.length > recordingLimits.word) return t("research_words_long", { word: word.slice(0, 40) });
    const rule = compileRule({ kind: "words", words: [word] });
    const params = rule.ok ? undefined : rule.error.params;
    if (params?.["reason"] !== "pattern") return [];
    return t(codeKey("research_pattern", params["why"] as PatternFlaw), { word });
  });
}
