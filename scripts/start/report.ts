import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";

/** What one step of the walk saw. */
interface Line {
  readonly step: string;
  readonly saw: string;
  readonly picture: string;
}

/** Collects what the walk saw, pictures each step and prints it all as one table. */
export class Report {
  readonly #folder: string;
  readonly #lines: Line[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Notes a step with what was seen, and saves a picture of where it was seen. */
  async add(step: string, saw: string, page?: Page): Promise<void> {
    const number = String(this.#lines.length + 1).padStart(2, "0");
    const slug = step.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    const picture = page ? `${this.#folder}/${number}-${slug}.png` : "";
    if (page) await page.screenshot({ path: picture });
    this.#lines.push({ step, saw, picture });
    console.log(`  ${number}  ${step}`);
  }

  toString(): string {
    const header: Line = { step: "Step", saw: "What was seen", picture: "Picture" };
    const rows = [header, ...this.#lines];
    const width = (pick: (line: Line) => string): number => Math.max(...rows.map((row) => pick(row).length));
    const [steps, saws] = [width((row) => row.step), width((row) => row.saw)];
    const print = ({ step, saw, picture }: Line): string =>
      `${step.padEnd(steps)}  ${saw.padEnd(saws)}  ${picture}`.trimEnd();
    const rule = "─".repeat(Math.max(...rows.map((row) => print(row).length)));
    return [print(header), rule, ...this.#lines.map(print)].join("\n");
  }
}
