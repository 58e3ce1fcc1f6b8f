/** How a picture of a chart looks: it stands alone, so it brings its colours along. */
export interface ChartLook {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  /** Axes and the line of posts seen: 3:1 on the ground. */
  readonly edge: string;
  readonly line: string;
  /** Parts of a bar. 3:1 on the ground; each is named in the legend and in the table as well. */
  readonly hues: readonly string[];
  /** BCP 47, for numbers. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Width in px. */
  readonly width: number;
}

export type ChartColours = Pick<ChartLook, "ground" | "text" | "muted" | "edge" | "line" | "hues">;

/** Grounds and texts are those of `components/styles/page.css`. */
export const lightColours: ChartColours = {
  ground: "#ffffff",
  text: "#1c1f23",
  muted: "#565e66",
  edge: "#7c838a",
  line: "#e2e4e0",
  hues: ["#0b6b63", "#a15c00", "#4b5fc0", "#a3356b", "#5b7a1f", "#7b5c44"],
};

export const darkColours: ChartColours = {
  ground: "#1f2226",
  text: "#eceeef",
  muted: "#a8b0b8",
  edge: "#868e96",
  line: "#33373c",
  hues: ["#5fd3c4", "#f2b84b", "#9fb0ff", "#f29ac2", "#b5d36a", "#d0b49f"],
};

/** As a report prints it. */
export const printLook: ChartLook = { ...lightColours, language: "en", direction: "ltr", width: 720 };
