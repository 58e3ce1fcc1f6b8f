import { sendJson } from "../http/send.ts";
import { describe } from "../openapi/describe.ts";
import type { Route } from "./route.ts";

/** @param routes - The table it becomes part of itself. */
export const openapi = (routes: () => readonly Route[]): Route => ({
  method: "get",
  path: "/openapi.json",
  group: "Operation",
  summary: "This API, described for programs",
  replies: { 200: { description: "OpenAPI 3.1.", types: ["application/json"] } },
  allowance: "reads",
  handle: (context, hub) => sendJson(context, describe(routes(), hub.name), 3600),
});
