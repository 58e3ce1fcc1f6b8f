import { sendJson } from "../http/send.ts";
import type { Route } from "./route.ts";

export const issuer: Route = {
  method: "get",
  path: "/issuer/:pem{.+}",
  group: "Reviews",
  summary: "How much a person has written",
  description: "`neutrality` is always null: this hub does not rate people.",
  parameters: [
    {
      name: "pem",
      in: "path",
      type: "string",
      description: "Their key, SPKI PEM on one line, percent-encoded.",
    },
  ],
  replies: {
    200: {
      description: "The number; 0 for a key nobody has seen.",
      types: ["application/json"],
      schema: "Issuer",
    },
    304: { description: "Nothing has changed." },
  },
  allowance: "reads",
  async handle(context, hub) {
    const pem = context.req.param("pem") ?? "";
    return sendJson(context, (await hub.storage.issuers([pem])).get(pem));
  },
};
