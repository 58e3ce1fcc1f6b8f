import type { RawProduct } from "../../model/product-page.ts";
import { cut } from "../cut.ts";
import { elementsCalled, withNames } from "../called.ts";
import { collectAroundHeading, crumbNames, productHeading } from "./collect-heading.ts";
import { collectLinks } from "./collect-links.ts";
import { collectMarked, markedNames } from "./collect-marked.ts";
import { countBuys, offerNames, showsPrice } from "./collect-offer.ts";
import { collectRows } from "./collect-rows.ts";
import { collectState } from "./collect-state.ts";
import { FoundMakers } from "./found-makers.ts";

const kinds = { ...markedNames, ...offerNames, ...crumbNames };

/**
 * Everything on a page that may name the maker of what it sells, as raw strings. Plain DOM, nothing that forces a
 * layout, bounded in every loop. Never throws; where a page shadows the DOM's own methods, what was found until then
 * counts.
 */
export function collectProduct(document: Document, location: Pick<Location, "href">): RawProduct {
  const found = new FoundMakers();
  let heading: Element | undefined;
  let called = elementsCalled([], kinds);
  attempt(() => {
    called = elementsCalled(document.querySelectorAll(withNames), kinds);
    heading = productHeading(document);
  });
  attempt(() => collectRows(document, found));
  attempt(() => collectMarked(document, called, found));
  attempt(() => collectLinks(document, found));
  attempt(() => collectAroundHeading(document, heading, called, found));
  attempt(() => collectState(document, found));
  const offer = { buys: 0, hasPrice: false };
  attempt(() => {
    offer.buys = countBuys(document, called);
    offer.hasPrice = showsPrice(document, called, heading);
  });
  const words = cut(heading?.textContent?.replace(/\s+/gu, " "), 500);
  return {
    url: cut(location.href, 4096),
    ...(words !== "" && { heading: words }),
    makers: found.list(),
    ...offer,
  };
}

/** One reader that fails on a hostile page must not silence the others. */
function attempt(collect: () => void): void {
  try {
    collect();
  } catch {
    return;
  }
}
