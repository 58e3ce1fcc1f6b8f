import * as z from "zod";
import type { Comment } from "../model/conversation.ts";
import { ok } from "../model/result.ts";
import { jsonOf } from "../model/json.ts";
import type { NetReply } from "../net/index.ts";
import { plainText } from "../model/rich-text.ts";
import { address, phrase, readJson } from "./access.ts";
import { defineSource, further } from "./define-source.ts";
import { richHtml } from "./rich-html.ts";
import { Body, Count, hit, Id, listOf, maybe, threadOf, webAddress, without } from "./shapes.ts";

const origin = "https://api.stackexchange.com";

/** Titles and names come as HTML. */
const HtmlLine = z
  .string()
  .max(2000)
  .transform((html) => plainText(richHtml(html)).slice(0, 500));
const Owner = maybe(z.object({ display_name: HtmlLine }));
const Seconds = maybe(z.number().transform((seconds) => seconds * 1000));

const Question = z.object({
  question_id: Id,
  title: HtmlLine,
  link: z.string(),
  creation_date: Seconds,
  answer_count: maybe(Count),
  score: maybe(Count),
  tags: z.array(z.string()).catch([]),
  body: maybe(Body),
});
const Page = z.object({ items: listOf(Question), has_more: z.boolean().catch(false) });
const Answer = z.object({
  answer_id: Id,
  body: Body.catch(""),
  creation_date: Seconds,
  score: maybe(Count),
  owner: Owner,
});

/** Seconds that an answer asks to wait before the next question. */
const BackOff = z.object({ backoff: z.int().nonnegative() });
function backOffMs(reply: NetReply): number {
  const asked = BackOff.safeParse(jsonOf(reply.text()));
  return asked.success ? asked.data.backoff * 1000 : 0;
}

const pageLength = 50;

export const stackexchange = defineSource({
  id: "stackexchange",
  name: "Stack Overflow",
  kind: "conversations",
  searchesBy: ["name", "domain"],
  suits: ["tech"],
  bulk: false,
  origins: [origin],
  licence: "CC-BY-SA-4.0",
  attribution: "Stack Exchange",
  limits: [
    { count: 30, perMs: 1000 },
    { count: 300, perMs: 86_400_000 },
  ],

  async search({ by, words, cursor, since }, access) {
    const at = Number(cursor ?? 1);
    const url = address(origin, "/2.3/search/advanced", {
      site: "stackoverflow",
      ...(by === "domain" ? { url: `*${words}*` } : { q: phrase(words) }),
      order: "desc",
      sort: "creation",
      pagesize: pageLength,
      page: at,
      filter: "withbody",
      fromdate: since === undefined ? undefined : Math.floor(since / 1000),
    });
    const page = await readJson(access, url, Page, { pauseAfterMs: backOffMs });
    if (!page.ok) return page;
    const threads = page.value.items.flatMap(({ question_id: id, title, link, body = "", ...question }) => {
      const url = webAddress(link);
      if (url === undefined) return [];
      const text = richHtml(body);
      const thread = threadOf({
        source: "stackexchange",
        origin,
        id,
        title,
        url,
        publishedAt: question.creation_date,
        replies: question.answer_count,
        score: question.score,
        room: question.tags.join(", ") || undefined,
      });
      const links = text.flatMap(({ runs }) => runs.map(({ href }) => href));
      return [hit(thread, links, [title, plainText(text)])];
    });
    const next = page.value.has_more ? String(at + 1) : undefined;
    return ok({ threads, facts: [], ...further(page.value.items, next) });
  },

  async readThread(thread, access) {
    const path = `/2.3/questions/${encodeURIComponent(thread.id)}`;
    const of = { site: "stackoverflow", filter: "withbody" };
    let askedMs = 0;
    const question = await readJson(access, address(origin, path, of), Page, {
      // It holds for the same kind of question: the answers may be asked for, and then all has to wait.
      pauseAfterMs: (reply) => {
        askedMs = backOffMs(reply);
        return 0;
      },
    });
    if (!question.ok) return question;
    const url = address(origin, `${path}/answers`, { ...of, order: "desc", sort: "votes", pagesize: 100 });
    const answers = await readJson(
      access,
      url,
      z.object({ items: listOf(Answer), has_more: z.boolean().catch(false) }),
      { pauseAfterMs: (reply) => Math.max(askedMs, backOffMs(reply)) },
    );
    if (!answers.ok) return answers;
    const comments = answers.value.items.map((answer): Comment =>
      without({
        id: answer.answer_id,
        author: answer.owner?.display_name ?? "",
        publishedAt: answer.creation_date,
        body: richHtml(answer.body),
        score: answer.score,
        url: `https://stackoverflow.com/a/${encodeURIComponent(answer.answer_id)}`,
      }),
    );
    const body = richHtml(question.value.items[0]?.body ?? "");
    return ok({ thread, body, comments, isWhole: !answers.value.has_more });
  },
});
