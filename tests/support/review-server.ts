import type { Handler } from "./site-server.ts";

/** A review server without reviews that takes every token: the smallest thing that speaks the protocol. */
export const emptyReviewServer: Handler = ({ method, path }) => {
  const headers = { "content-type": "application/json" };
  if (method === "PUT" && path.startsWith("/submit/")) return { headers, body: "true" };
  if (path.startsWith("/reviews")) return { headers, body: JSON.stringify({ reviews: [] }) };
  return undefined;
};
