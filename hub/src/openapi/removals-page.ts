import { html, raw } from "hono/html";
import type { RemovalCode } from "../../../lib/model/removal.ts";
import type { FeedRemoval, FeedRestoration } from "../../../lib/schema/feed-daily.ts";
import { docsPolicy } from "./page.ts";
import { pageStyle } from "./page-style.ts";

type Html = ReturnType<typeof html>;

export interface RemovalsPage {
  readonly name: string;
  readonly total: number;
  /** The newest first. */
  readonly removals: readonly FeedRemoval[];
  readonly restored: readonly FeedRestoration[];
  readonly holds: readonly {
    readonly target: string;
    readonly day: string;
    readonly until_day: string | null;
  }[];
}

/** The same style and nothing else, as on the page about the API. */
export const removalsPolicy = docsPolicy;

/** What the operator has done, for people. It says why and when, and no word of what was taken out. */
export async function removalsPage({
  name,
  total,
  removals,
  restored,
  holds,
}: RemovalsPage): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Removals: ${name}</title>
        ${raw(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        <header>
          <h1>Removals</h1>
          <p class="lead">
            What the operator of ${name} no longer passes on: ${total.toLocaleString("en")} in all. Each entry
            names a review by a hash, and is signed. No word of it stands here.
          </p>
          <nav aria-label="On this page">
            <a href="#removed">Removed</a> <a href="#restored">Restored</a> <a href="#held">On hold</a>
            <a href="/removals.json">JSON</a> <a href="/docs">About this server</a>
          </nav>
        </header>
        <main>
          ${section("removed", "Removed", removedTable(removals))}
          ${section("restored", "Restored", restoredTable(restored))}
          ${section("held", "On hold", holdTable(holds))}
        </main>
        <footer>
          <p>
            Who wrote a review, and who reported it, is not known to this server: reviews are signed by keys,
            reports by keys that are used once. Whoever wrote one that is listed here knows it by its hash,
            and can appeal to the operator.
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}

function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}">
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function removedTable(entries: readonly FeedRemoval[]): Html {
  return table(
    ["Day", "Why", "Review"],
    entries.map(({ day, code, reason, id }) => [
      dayCell(day),
      wordsFor(code, reason),
      html`<code>${id}</code>`,
    ]),
  );
}

function restoredTable(entries: readonly FeedRestoration[]): Html {
  return table(
    ["Day", "Review"],
    entries.map(({ day, id }) => [dayCell(day), html`<code>${id}</code>`]),
  );
}

function holdTable(entries: RemovalsPage["holds"]): Html {
  return html`<p>
      New statements about these are kept and not published until the operator has looked. What was there
      before stays, and anybody can take their own words back.
    </p>
    ${table(
      ["Since", "Through", "About"],
      entries.map(({ day, until_day: until, target }) => [
        dayCell(day),
        until === null ? "until released" : dayCell(until),
        target,
      ]),
    )}`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  if (rows.length === 0) return html`<p>None.</p>`;
  return html`<table class="wraps">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayCell(day: string): Html {
  return html`<time>${day}</time>`;
}

const words: Readonly<Record<RemovalCode, string>> = {
  illegal: "Against the law",
  "exposes-a-person": "Exposes a person",
  endangers: "Endangers somebody",
  "court-order": "By order of a court or authority",
  copyright: "Somebody else's work",
  spam: "Spam",
  impersonation: "In somebody else's name",
  "author-request": "Its author asked",
  unstated: "Not stated",
};

/** `reason` is the code again, with the court's place where there is one; from before codes it is the operator's words. */
function wordsFor(code: string | undefined, reason: string): string {
  const known = Object.entries(words).find(([name]) => name === code)?.[1];
  if (code === undefined || known === undefined || code === "unstated") return reason;
  const place = reason.slice(code.length).trim();
  return place === "" ? known : `${known} (${place})`;
}
