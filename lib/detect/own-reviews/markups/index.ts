import type { ReviewMarkup } from "../define-markup.ts";
import amazon from "./amazon.ts";
import bazaarvoice from "./bazaarvoice.ts";
import calledSo from "./called-so.ts";
import judgeMe from "./judge-me.ts";
import loox from "./loox.ts";
import magento from "./magento.ts";
import microdata from "./microdata.ts";
import microformats from "./microformats.ts";
import okendo from "./okendo.ts";
import powerreviews from "./powerreviews.ts";
import rdfa from "./rdfa.ts";
import shopify from "./shopify.ts";
import stamped from "./stamped.ts";
import trustpilot from "./trustpilot.ts";
import woocommerce from "./woocommerce.ts";
import yotpo from "./yotpo.ts";

/** Review services and shops' software. Alphabetical. */
const named = [
  amazon,
  bazaarvoice,
  judgeMe,
  loox,
  magento,
  okendo,
  powerreviews,
  shopify,
  stamped,
  trustpilot,
  woocommerce,
  yotpo,
] as const satisfies readonly ReviewMarkup[];

/** Standards, which services use as well: what their own names have found is not read again. */
const standards = [microdata, microformats, rdfa] as const satisfies readonly ReviewMarkup[];

/** In the order in which they are tried. */
export const markups: readonly ReviewMarkup[] = [...named, ...standards, calledSo];
