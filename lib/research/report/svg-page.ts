import type { ChartHead } from "./chart.ts";
import type { ChartLook } from "./chart-look.ts";
import { escapeXml, fitText, wrapText } from "./svg-text.ts";

const titlePx = 16;
const smallPx = 12;
export const lineHeight = 16;
export const marginPx = 16;

type Anchor = "start" | "middle" | "end";

/** A number as SVG wants it: no more digits than can be seen. */
const px = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * A sheet that is drawn on from top to bottom. `x` runs from the side where reading begins, so that nothing below has
 * to know which side that is.
 */
export class SvgPage {
  readonly look: ChartLook;
  /** Where the next part begins. */
  y = marginPx;
  readonly #parts: string[] = [];

  constructor(look: ChartLook) {
    this.look = look;
  }

  get innerWidth(): number {
    return this.look.width - 2 * marginPx;
  }

  #x(x: number): number {
    return this.look.direction === "rtl" ? this.look.width - x : x;
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    const left = this.look.direction === "rtl" ? this.#x(x) - width : x;
    this.#parts.push(
      `<rect x="${px(left)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}"/>`,
    );
  }

  rule(x1: number, y1: number, x2: number, y2: number, stroke: string): void {
    this.#parts.push(
      `<line x1="${px(this.#x(x1))}" y1="${px(y1)}" x2="${px(this.#x(x2))}" y2="${px(y2)}" stroke="${stroke}"/>`,
    );
  }

  /** A line through points, dashed: told from bars in black and white, too. */
  path(points: readonly (readonly [x: number, y: number])[], stroke: string): void {
    const [only] = points;
    if (points.length === 1 && only) this.rule(only[0] - 6, only[1], only[0] + 6, only[1], stroke);
    if (points.length < 2) return;
    const steps = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${px(this.#x(x))} ${px(y)}`);
    const line = `<path d="${steps.join("")}" fill="none"`;
    // A halo keeps it apart from the bars behind it.
    this.#parts.push(
      `${line} stroke="${this.look.ground}" stroke-width="4.5"/>`,
      `${line} stroke="${stroke}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
    );
  }

  /** One line of text on the baseline `y`. */
  text(
    text: string,
    x: number,
    y: number,
    options: {
      readonly anchor?: Anchor;
      readonly fill?: string;
      readonly bold?: boolean;
      readonly size?: number;
      /** Cut to this width, px. */
      readonly width?: number;
    } = {},
  ): void {
    const { anchor = "start", fill = this.look.text, bold = false, size = smallPx, width } = options;
    const shown = width === undefined ? text : fitText(text, width, size);
    const whole = shown === text ? "" : `<title>${escapeXml(text)}</title>`;
    this.#parts.push(
      `<text x="${px(this.#x(x))}" y="${px(y)}" fill="${fill}" font-size="${size}"` +
        `${anchor === "start" ? "" : ` text-anchor="${anchor}"`}${bold ? ' font-weight="600"' : ""}>` +
        `${whole}${escapeXml(shown)}</text>`,
    );
  }

  /** Lines of text where the page stands, one under the other. */
  lines(texts: readonly string[], fill: string): void {
    for (const line of texts.flatMap((text) => wrapText(text, this.innerWidth, smallPx))) {
      this.text(line, marginPx, this.y + smallPx, { fill });
      this.y += lineHeight;
    }
  }

  title(text: string): void {
    for (const line of wrapText(text, this.innerWidth, titlePx)) {
      this.text(line, marginPx, this.y + titlePx, { bold: true, size: titlePx });
      this.y += titlePx + 6;
    }
  }

  /** The file: standing alone, without a font, script or address of elsewhere. */
  finish({ title, context }: ChartHead): string {
    const { width, direction, ground, language } = this.look;
    const height = px(this.y + marginPx);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${height}" ` +
      `viewBox="0 0 ${px(width)} ${height}" role="img" aria-labelledby="title desc" xml:lang="${escapeXml(language)}" ` +
      `direction="${direction}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">` +
      `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(context.join(" · "))}</desc>` +
      `<rect width="100%" height="100%" fill="${ground}"/>${this.#parts.join("")}</svg>\n`
    );
  }
}
