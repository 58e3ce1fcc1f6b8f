import { sendJson } from "../http/send.ts";
import { placeOf } from "../subject.ts";
import { badRequest, type Route } from "./route.ts";

export const subject: Route = {
  method: "get",
  path: "/subject/:sub{.+}",
  group: "Reviews",
  summary: "What was said about a subject, in numbers",
  parameters: [
    {
      name: "sub",
      in: "path",
      type: "string",
      description: "The subject's URI, percent-encoded as one part.",
    },
  ],
  replies: {
    200: {
      description: "The numbers; zeros where nothing was said.",
      types: ["application/json"],
      schema: "Subject",
    },
    304: { description: "Nothing has changed." },
    400: badRequest,
  },
  allowance: "reads",
  async handle(context, hub) {
    const sub = context.req.param("sub") ?? "";
    return sendJson(context, await hub.storage.subject(sub, placeOf(sub)));
  },
};
