import type { Route } from "./route.ts";

export const metrics: Route = {
  method: "get",
  path: "/metrics",
  group: "Operation",
  summary: "Counters for Prometheus",
  description: "Routes by their pattern, never by what was asked for, and nothing about who asked.",
  replies: { 200: { description: "Text exposition format.", types: ["text/plain"] } },
  allowance: "free",
  async handle(context, hub) {
    const { sequence, revision } = await hub.storage.state();
    const text = hub.metrics.render({
      sequence,
      removal_revision: revision,
      memory_bytes: process.memoryUsage.rss(),
      uptime_seconds: Math.round(process.uptime()),
    });
    return context.text(text, 200, {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    });
  },
};
