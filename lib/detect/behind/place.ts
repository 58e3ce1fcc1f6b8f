import type { PlaceOnPage, RawBehind } from "../../model/behind.ts";
import { metresBetween, type Point } from "../../model/point.ts";
import { itemsOf, textOf, textsOf } from "../item.ts";
import type { Item } from "../item.ts";
import { metaText } from "../meta.ts";
import type { Meta } from "../meta.ts";
import { cleanText } from "../text.ts";

const pair = String.raw`(-?\d{1,3}\.\d{3,})(?:,|%2C|;)\s?(-?\d{1,3}\.\d{3,})`;
/** Where links and frames of maps keep the place that they show. */
const inMaps: readonly RegExp[] = [
  new RegExp(String.raw`^geo:${pair}`, "i"),
  new RegExp(
    String.raw`[?&#](?:q|ll|sll|cbll|daddr|destination|query|center|markers|mlat)=(?:loc:)?${pair}`,
    "i",
  ),
  new RegExp(String.raw`[?&]mlat=(-?\d{1,3}\.\d+)&(?:amp;)?mlon=(-?\d{1,3}\.\d+)`, "i"),
  /!3d(-?\d{1,3}\.\d{3,})!4d(-?\d{1,3}\.\d{3,})/,
  new RegExp(String.raw`/@${pair}`),
  /#map=\d+\/(-?\d{1,3}\.\d{3,})\/(-?\d{1,3}\.\d{3,})/,
];
/** Google's embedded maps: longitude before latitude. */
const embedded = /!2d(-?\d{1,3}\.\d{3,})!3d(-?\d{1,3}\.\d{3,})/;

/**
 * The one place of business that a page is about, with its coordinates from markup, meta or its map. Several
 * different places (a list of branches) are none.
 */
export function placeOnPage(
  raw: RawBehind,
  owners: readonly Item[],
  meta: Meta,
  fallback: { readonly name: string | undefined; readonly address: string | undefined },
): PlaceOnPage | undefined {
  const located = owners.filter(
    (item) =>
      itemsOf(item, "geo").length > 0 ||
      textsOf(item, "address").length > 0 ||
      itemsOf(item, "address").length > 0,
  );
  const names = new Set(located.map((item) => textsOf(item, "name")[0]));
  if (names.size > 1) return undefined;
  const [item] = located;
  const name = cleanText((item && textsOf(item, "name")[0]) ?? fallback.name, 120);
  const points = [...located.map(pointOfItem), pointOfMeta(meta), ...raw.maps.map(pointOfMap)].filter(
    (point) => point !== undefined,
  );
  const [point] = points;
  if (!point && !item && fallback.address === undefined) return undefined;
  // Maps that show several places tell of none.
  const isOne = points.every((other) => point && metresBetween(point, other) < 500);
  return {
    ...(name !== undefined && { name }),
    ...(fallback.address !== undefined && { address: fallback.address }),
    ...(point && isOne && { point }),
  };
}

function pointOfItem(item: Item): Point | undefined {
  const [geo] = itemsOf(item, "geo");
  return geo && pointOf(textOf(geo, "latitude"), textOf(geo, "longitude"));
}

function pointOfMeta(meta: Meta): Point | undefined {
  const [latitude, longitude] = (metaText(meta, "geo.position", "icbm") ?? "").split(/[;,]\s*/);
  return (
    pointOf(latitude, longitude) ??
    pointOf(
      metaText(meta, "place:location:latitude", "og:latitude"),
      metaText(meta, "place:location:longitude", "og:longitude"),
    )
  );
}

function pointOfMap(href: string): Point | undefined {
  for (const pattern of inMaps) {
    const [, latitude, longitude] = pattern.exec(href) ?? [];
    if (latitude !== undefined) return pointOf(latitude, longitude);
  }
  const [, longitude, latitude] = embedded.exec(href) ?? [];
  return pointOf(latitude, longitude);
}

function pointOf(latitude: string | undefined, longitude: string | undefined): Point | undefined {
  if (!latitude?.trim() || !longitude?.trim()) return undefined;
  const point = { latitude: Number(latitude.trim()), longitude: Number(longitude.trim()) };
  const isSane = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  // 0, 0 is what a form leaves behind that nobody filled in.
  return isSane && (point.latitude !== 0 || point.longitude !== 0) ? point : undefined;
}
