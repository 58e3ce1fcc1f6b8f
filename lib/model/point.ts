/** A point on the Earth, in degrees as in WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusMetres = 6_371_000;

/** Metres between two points, good to a per cent over a few kilometres. */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  const y = (b.latitude - a.latitude) * radians;
  return Math.hypot(x, y) * earthRadiusMetres;
}
