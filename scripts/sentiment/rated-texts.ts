import { z } from "zod";

const Line = z.object({ text: z.string().min(1), score: z.number(), kind: z.string().catch("") });

export type RatedText = z.infer<typeof Line>;

/** Texts with the mean rating of people, and how many lines were none. Empty lines do not count. */
export function ratedTexts(content: string): {
  readonly texts: readonly RatedText[];
  readonly skipped: number;
} {
  const texts: RatedText[] = [];
  let skipped = 0;
  for (const line of content.replace(/^\uFEFF/u, "").split(/\r\n?|\n/u)) {
    if (line.trim() === "") continue;
    const rated = Line.safeParse(parsed(line));
    if (rated.success) texts.push(rated.data);
    else skipped++;
  }
  return { texts, skipped };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Which half of a file a text is in: words are learnt on one, figures are of the other. FNV-1a of the text. */
export function halfOf(text: string): "tune" | "report" {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return ((hash >>> 16) & 1) === 0 ? "tune" : "report";
}
