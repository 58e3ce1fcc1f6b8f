import { z } from "zod";
import type { RawBehind } from "../model/behind.ts";
import { RawPageSchema } from "./raw-page.ts";

/** The bounds that `lib/detect/behind/collect-behind.ts` keeps, checked again. Lengths are UTF-16 units. */
const most = { blocks: 24, block: 6000, links: 8, text: 80, maps: 8, forums: 4, href: 1000 } as const;

export const RawBehindSchema: z.ZodType<RawBehind> = z.object({
  page: RawPageSchema,
  blocks: z
    .array(
      z.tuple([
        z.enum(["imprint", "footer", "address", "responsible", "maker", "seller"]),
        z.string().max(most.block),
      ]),
    )
    .max(most.blocks),
  links: z.array(z.tuple([z.string().max(most.text), z.string().max(most.href)])).max(most.links),
  maps: z.array(z.string().max(most.href)).max(most.maps),
  forums: z.array(z.string().max(most.href)).max(most.forums).optional(),
});
