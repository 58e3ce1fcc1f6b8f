/** A run of a block: text, and where it leads if it is a link. */
export interface TextRun {
  readonly text: string;
  /** http or https. */
  readonly href?: string;
  /** `href` is a picture, `text` its description: shown as words until a person asks for it. */
  readonly isImage?: true;
}

/** Words of others with all markup gone: nothing in it can run or load anything. */
export interface TextBlock {
  readonly kind: "paragraph" | "heading" | "item" | "quote" | "code";
  readonly runs: readonly TextRun[];
}

export type RichText = readonly TextBlock[];

/** The words alone, a line for each block. */
export function plainText(text: RichText): string {
  return text.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
}
