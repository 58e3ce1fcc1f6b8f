import { html, raw } from "hono/html";
import { officialProofPath } from "../../../lib/schema/official-proof.ts";
import { pagePolicy } from "../http/page-policy.ts";
import { pageStyle } from "../openapi/page-style.ts";
import { starsText } from "./atom.ts";
import type { SaidAbout, Saying } from "./said.ts";

type Html = ReturnType<typeof html>;

const style = `${pageStyle}
.words { white-space: pre-line; overflow-wrap: anywhere; }
.who { font-weight: 600; overflow-wrap: anywhere; }
.meta { color: var(--soft); font-size: 0.9rem; }
.tag { border: 1px solid var(--accent); border-radius: 6px; color: var(--accent); font-size: 0.8rem; padding: 0 0.4rem; }
.replies-to { border-left: 2px solid var(--line); margin: 0.75rem 0 0; padding-left: 1rem; }
h1, h2 { overflow-wrap: anywhere; }
`;

export const aboutPolicy = pagePolicy(style);

const howProven: Readonly<Record<string, string>> = {
  "well-known": "a file on its site",
  link: "a line in its front page",
  dns: "a DNS record",
};

/** What is said about one subject, for whoever it is about, and how to answer. Every word of others is escaped text. */
export async function aboutPage(said: SaidAbout, hubName: string): Promise<string> {
  const { reviews, subject } = said;
  const shown = subject.replace(/^https:\/\//, "");
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${shown} · ${hubName}</title>
        <link
          rel="alternate"
          type="application/atom+xml"
          title="Newest reviews and replies"
          href="/atom/${encodeURIComponent(subject)}"
        />
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1><bdi>${shown}</bdi></h1>
          <p class="lead">What people say about it: the newest reviews on ${hubName}, and replies.</p>
          <nav aria-label="On this page">
            <a href="#said">Said</a> <a href="#listen">For those who speak for it</a>
            <a href="/atom/${encodeURIComponent(subject)}">Atom feed</a> <a href="/docs">This server</a>
          </nav>
        </header>
        <main>
          <section id="said">
            <h2>Said</h2>
            ${reviews.length === 0 ? html`<p>Nothing so far.</p>` : reviews.map((review) => reviewArticle(review))}
          </section>
          ${said.site === undefined ? "" : forBrands(said.site, said.proven)}
        </main>
        <footer>
          <p>
            Reviews are the words of their authors, under CC BY 4.0 unless they say otherwise. Nobody checked
            that they bought anything.
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}

function reviewArticle({ replies, ...review }: SaidAbout["reviews"][number]): Html {
  return html`<article id="${review.signature}">
    ${sayingBody(review)}
    ${replies.length === 0 ? "" : html`<div class="replies-to">${replies.map((reply) => replyBlock(reply))}</div>`}
  </article>`;
}

function replyBlock(reply: Saying): Html {
  return html`<div id="${reply.signature}">${sayingBody(reply)}</div>`;
}

function sayingBody(said: Saying): Html {
  const { at, name, opinion, signature, stars } = said;
  const date = new Date(at * 1000).toISOString().slice(0, 10);
  return html`<p>
      <bdi class="who">${name}</bdi> ${tagsOf(said).map((tag) => html`<span class="tag">${tag}</span> `)}
      ${stars === undefined ? "" : html`<span>${starsText(stars)} stars</span> `}
      <span class="meta"
        ><time datetime="${date}">${date}</time> · <a href="/review/${signature}">signed token</a></span
      >
    </p>
    ${opinion === "" ? "" : html`<p class="words" dir="auto">${opinion}</p>`}`;
}

function tagsOf({ isAffiliated, isGenerated, isOfficial }: Saying): readonly string[] {
  return [
    ...(isOfficial ? ["Official"] : []),
    ...(isAffiliated && !isOfficial ? ["belongs to the brand, or was paid"] : []),
    ...(isGenerated ? ["written by software"] : []),
  ];
}

/** How a brand answers. It gets a mark and nothing else. */
function forBrands(site: string, proven: SaidAbout["proven"]): Html {
  return html` <section id="listen">
    <h2>For those who speak for ${site}</h2>
    <p>
      You can read along with the <a href="/atom/${site}">Atom feed</a>, and answer with the same browser
      extension that reviewers use: open your own site, open Backtalk, press Reply below a review. For your
      answers to be marked as official, prove the key that signs them, in one of three ways:
    </p>
    <ul>
      <li>a file at <code>https://${site}${officialProofPath}</code></li>
      <li>
        a line in the head of <code>https://${site}/</code>: <code>&lt;link rel="backtalk-key" …&gt;</code>
      </li>
      <li>a DNS record: TXT of <code>_backtalk.${site}</code></li>
    </ul>
    <p>
      The extension shows what to paste: Options, Keys, “Speak for a brand”. Take it away, and the mark goes.
      An answer does not change a score, and nothing that was said can be removed, hidden or reordered by it.
    </p>
    <p>
      ${
        proven.length === 0
          ? "No key has been proven for it yet."
          : `Proven now: ${proven.map(({ method = "" }) => `a key by ${howProven[method] ?? "its own word"}`).join(", ")}.`
      }
    </p>
  </section>`;
}
