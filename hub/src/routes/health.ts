import type { Route } from "./route.ts";

export const health: Route = {
  method: "get",
  path: "/health",
  group: "Operation",
  summary: "Whether it works",
  replies: {
    200: { description: "It does.", types: ["application/json"] },
    503: {
      description: "The database does not answer, or the hub is stopping.",
      types: ["application/json"],
    },
  },
  allowance: "free",
  async handle(context, hub) {
    const headers = { "Cache-Control": "no-store" };
    if (hub.isDraining()) return context.json({ status: "stopping" }, 503, headers);
    try {
      await hub.storage.ping();
      return context.json({ status: "ok" }, 200, headers);
    } catch (cause) {
      hub.log.error("health", cause);
      return context.json({ status: "database" }, 503, headers);
    }
  },
};
