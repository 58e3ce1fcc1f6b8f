import { send } from "../http/send.ts";
import { docsPage, docsPolicy } from "../openapi/page.ts";
import type { Route } from "./route.ts";

/** @param routes - The table it becomes part of itself. */
export const docs = (path: "/" | "/docs", routes: () => readonly Route[]): Route => ({
  method: "get",
  path,
  group: "Operation",
  summary: "This API, described for people",
  replies: { 200: { description: "A page.", types: ["text/html"] } },
  allowance: "reads",
  async handle(context, hub) {
    const { sequence } = await hub.storage.state();
    return send(context, {
      type: "text/html; charset=utf-8",
      body: await docsPage({ name: hub.name, routes: routes(), sequence }),
      headers: { "Content-Security-Policy": docsPolicy },
    });
  },
});
