import type { Place } from "../subject.ts";
import type { Box } from "./filter.ts";

/** Metres in a degree of latitude, on a sphere of the Earth's mean radius. */
const metresPerDegree = 111_195;

/**
 * A stored place counts as this uncertain at most, in metres. Without a limit one review "somewhere on Earth"
 * would lie near everything, and no index could find the others.
 */
export const uncertaintyLimit = 10_000;

/** The box that holds every stored place that may lie near, the whole Earth where it would reach a pole. */
export function boxAround({ lat, lon, uncertainty }: Place): Box {
  const degrees = (uncertainty + uncertaintyLimit) / metresPerDegree;
  const [minLat, maxLat] = [Math.max(-90, lat - degrees), Math.min(90, lat + degrees)];
  const lonDegrees = degrees / shrink(Math.max(Math.abs(minLat), Math.abs(maxLat)));
  if (lonDegrees >= 180) return { minLat, maxLat, minLon: -180, maxLon: 180 };
  return { minLat, maxLat, minLon: wrap(lon - lonDegrees), maxLon: wrap(lon + lonDegrees) };
}

/** How much shorter a degree of longitude is at this latitude; never zero. */
function shrink(lat: number): number {
  return Math.max(Math.cos((lat * Math.PI) / 180), 0.001);
}

function wrap(lon: number): number {
  if (lon < -180) return lon + 360;
  return lon > 180 ? lon - 360 : lon;
}

/** Metres per degree at a place: on the flat map that is exact enough up to some 100 km. */
export function scaleAt({ lat }: Place): { readonly lat: number; readonly lon: number } {
  return { lat: metresPerDegree, lon: metresPerDegree * shrink(lat) };
}
