import { z } from "zod";
import { makerPlaces, type RawProduct } from "../model/product-page.ts";

/** The bounds that `lib/detect/deep` keeps, checked again: a page that takes over its renderer can send anything. */
export const RawProductSchema: z.ZodType<RawProduct> = z.object({
  url: z.string().max(4096),
  heading: z.string().max(500).optional(),
  makers: z
    .array(
      z.object({
        place: z.enum(makerPlaces),
        text: z.string().min(1).max(160),
        count: z.number().int().min(1).max(99),
      }),
    )
    .max(120),
  buys: z.number().int().min(0).max(99),
  hasPrice: z.boolean(),
});
