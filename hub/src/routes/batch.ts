import type { Context } from "hono";
import * as z from "zod";
import { Refusal } from "../http/refusal.ts";
import type { Hub } from "../hub.ts";
import { badRequest, type Route } from "./route.ts";

const Query = z.object({
  subs: z.array(z.string().max(2048)).nullish(),
  pems: z.array(z.string().max(2048)).nullish(),
});

export const batch: Route = {
  method: "post",
  path: "/batch",
  group: "Reviews",
  summary: "Numbers about many subjects and people at once",
  description: "Places are counted by their exact spelling here.",
  body: "BatchQuery",
  replies: {
    200: {
      description: "The numbers, by what was asked for.",
      types: ["application/json"],
      schema: "BatchReply",
    },
    400: badRequest,
    413: { description: "More than this server answers at once.", types: ["text/plain"] },
  },
  allowance: "reads",
  cost: () => 5,
  async handle(context, hub) {
    const { subs, pems } = await readQuery(context, hub);
    return context.json(
      {
        ...(subs && { subjects: Object.fromEntries(await hub.storage.subjects(subs)) }),
        ...(pems && { issuers: Object.fromEntries(await hub.storage.issuers(pems)) }),
      },
      200,
      { "Cache-Control": "no-store" },
    );
  },
};

async function readQuery(context: Context, hub: Hub): Promise<z.infer<typeof Query>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const query = Query.safeParse(body);
  if (!query.success) throw new Refusal(400, "Incorrect JSON encoding: an object with subs, pems or both.");
  const entries = (query.data.subs?.length ?? 0) + (query.data.pems?.length ?? 0);
  if (entries > hub.limits.batchEntries) {
    throw new Refusal(413, `At most ${hub.limits.batchEntries} entries at once.`);
  }
  return query.data;
}
