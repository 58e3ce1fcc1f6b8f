import * as z from "zod";
import { tradeOf } from "../../../lib/mentions/trade-of.ts";
import type { Trade } from "../../../lib/mentions/trades.ts";
import { jsonOf } from "../../../lib/model/json.ts";
import { UsageError } from "../commands/command.ts";

/** A brand that sources are asked about. */
export interface DailyBrand {
  /** Primary domain, else `name:<folded name>`. */
  readonly brandId: string;
  /** What is sent where a name is asked for. */
  readonly name: string;
  /** All its names, for comparing. */
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly trade: Trade;
  /** Whether the brand directory has it, and so the mention finder. */
  readonly isKnown: boolean;
}

/** One line of `--brands FILE`. */
const BrandLine = z.object({
  id: z.string().min(1).max(300),
  name: z.string().min(1).max(200),
  aliases: z.array(z.string().min(1).max(200)).max(50).default([]),
  domains: z.array(z.string().min(1).max(253)).max(200).default([]),
  category: z.string().max(100).optional(),
});

/** @throws {UsageError} names the line that is none. */
export function readBrandLines(text: string): readonly DailyBrand[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const brand = BrandLine.safeParse(jsonOf(line));
    if (!brand.success)
      throw new UsageError(`Line ${i + 1} of the brands is none: ${z.prettifyError(brand.error)}`);
    const { id, name, aliases, domains, category } = brand.data;
    return [brandOf({ id, name, aliases, domains, ...(category !== undefined && { category }) }, false)];
  });
}

export function brandOf(
  entry: {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly domains: readonly string[];
    readonly category?: string;
  },
  isKnown: boolean,
): DailyBrand {
  const { id, name, aliases, domains, category } = entry;
  return { brandId: id, name, names: [name, ...aliases], domains, trade: tradeOf(category), isKnown };
}
