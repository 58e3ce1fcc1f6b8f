import * as z from "zod";
import type { Comment } from "../model/conversation.ts";
import { ok } from "../model/result.ts";
import { plainText } from "../model/rich-text.ts";
import { address, readJson } from "./access.ts";
import { defineSource } from "./define-source.ts";
import { richMarkdown } from "./rich-markdown.ts";
import {
  Body,
  Count,
  headline,
  hit,
  Id,
  Line,
  listOf,
  maybe,
  Moment,
  threadOf,
  webAddress,
  without,
} from "./shapes.ts";

const origin = "https://api.hypothes.is";

const Row = z.object({
  id: Id,
  created: maybe(Moment),
  /** Last change, as the API orders by it. Sent back for the next page, and so nothing but a moment. */
  updated: maybe(z.iso.datetime({ offset: true })),
  user: Line,
  uri: z.string(),
  text: Body.catch(""),
  references: z.array(z.string()).optional().catch(undefined),
  hidden: z.boolean().catch(false),
  document: maybe(z.object({ title: maybe(z.array(Line)) })),
});
const Page = z.object({ total: Count, rows: listOf(Row) });
type Row = z.output<typeof Row>;

const pageLength = 100;
/** `acct:ann@hypothes.is` */
const nameOf = (user: string): string => user.replace(/^acct:/u, "").replace(/@hypothes\.is$/u, "");
const linkOf = ({ id }: Row): string => `https://hypothes.is/a/${encodeURIComponent(id)}`;

export const hypothesis = defineSource({
  id: "hypothesis",
  name: "Hypothesis",
  kind: "conversations",
  searchesBy: ["domain", "name"],
  bulk: false,
  origins: [origin],
  licence: "CC0-1.0",
  attribution: "Hypothesis",
  limits: [{ count: 60, perMs: 60_000 }],

  async search({ by, words, cursor }, access) {
    const url = address(origin, "/api/search", {
      ...(by === "domain" ? { wildcard_uri: `https://${words}/*` } : { any: words }),
      limit: pageLength,
      sort: "updated",
      order: "desc",
      search_after: cursor,
    });
    const page = await readJson(access, url, Page);
    if (!page.ok) return page;
    const { rows } = page.value;
    const threads = rows
      // Answers are read with what they answer; a highlight without words says nothing.
      .filter(({ references, hidden, text }) => !references?.length && !hidden && text.trim() !== "")
      .map((row) => {
        const text = plainText(richMarkdown(row.text));
        const about = webAddress(row.uri);
        const thread = threadOf({
          source: "hypothesis",
          origin,
          id: row.id,
          title: headline(text),
          url: linkOf(row),
          about,
          excerpt: row.document?.title?.[0],
          publishedAt: row.created,
        });
        return hit(thread, [about], [text]);
      });
    const last = rows.at(-1)?.updated;
    return ok({ threads, facts: [], ...(rows.length >= pageLength && last && { next: last }) });
  },

  async readThread(thread, access) {
    const at = encodeURIComponent(thread.id);
    const row = await readJson(access, address(origin, `/api/annotations/${at}`), Row);
    if (!row.ok) return row;
    const url = address(origin, "/api/search", {
      references: thread.id,
      limit: 200,
      sort: "created",
      order: "asc",
    });
    const answers = await readJson(access, url, Page);
    if (!answers.ok) return answers;
    const { rows, total } = answers.value;
    const comments = rows.map((answer): Comment => {
      const above = answer.references?.at(-1);
      return without({
        id: answer.id,
        parentId: above === thread.id ? undefined : above,
        author: nameOf(answer.user),
        publishedAt: answer.created,
        body: answer.hidden ? [] : richMarkdown(answer.text),
        url: linkOf(answer),
      });
    });
    return ok({ thread, body: richMarkdown(row.value.text), comments, isWhole: rows.length >= total });
  },
});
