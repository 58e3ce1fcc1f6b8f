import type { SampleProduct } from "../brands.ts";

/** One thing on a shop's shelf. */
export interface Item extends SampleProduct {
  readonly brand: string;
  readonly hue: number;
  readonly category: string;
}
