import { atomFeed } from "../about/atom.ts";
import { aboutPage, aboutPolicy } from "../about/page.ts";
import { saidAbout } from "../about/said.ts";
import { send } from "../http/send.ts";
import { badRequest, type Route } from "./route.ts";

/** In seconds: readers of feeds come back often. */
const maxAge = 300;

const parts = {
  method: "get",
  group: "Reviews",
  parameters: [
    {
      name: "sub",
      in: "path",
      type: "string",
      description: "A domain (`shop.example`), or the subject's URI, percent-encoded as one part.",
    },
  ],
  allowance: "reads",
  /** Reviews, their replies and what is proven. */
  cost: () => 3,
} as const satisfies Partial<Route>;

export const about: Route = {
  ...parts,
  path: "/about/:sub{.+}",
  summary: "What was said about a subject, for people",
  description: "The newest reviews and replies, and how a brand proves a key and answers.",
  replies: {
    200: { description: "A page.", types: ["text/html"] },
    304: { description: "Nothing has changed." },
    400: badRequest,
  },
  async handle(context, hub) {
    return send(context, {
      type: "text/html; charset=utf-8",
      body: await aboutPage(await saidAbout(hub, context.req.param("sub") ?? ""), hub.name),
      headers: { "Content-Security-Policy": aboutPolicy },
    });
  },
};

export const atom: Route = {
  ...parts,
  path: "/atom/:sub{.+}",
  summary: "What was said about a subject, as an Atom feed",
  description: "The same reviews and replies, to follow with any feed reader.",
  replies: {
    200: { description: "A feed.", types: ["application/atom+xml"] },
    304: { description: "Nothing has changed." },
    400: badRequest,
  },
  async handle(context, hub) {
    return send(context, {
      type: "application/atom+xml; charset=utf-8",
      body: atomFeed(await saidAbout(hub, context.req.param("sub") ?? ""), hub.name),
      cache: maxAge,
    });
  },
};
