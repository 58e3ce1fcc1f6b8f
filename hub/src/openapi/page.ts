import { html, raw } from "hono/html";
import { pagePolicy } from "../http/page-policy.ts";
import type { Route, RouteReply } from "../routes/route.ts";
import { openApiPath } from "./describe.ts";
import { pageStyle } from "./page-style.ts";

type Html = ReturnType<typeof html>;

export interface DocsPage {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Reviews stored so far, removed ones included. */
  readonly sequence: number;
}

export const docsPolicy = pagePolicy(pageStyle);

/** One page for people: what a hub is, how to use it, and every route. Made from the route table. */
export async function docsPage({ name, routes, sequence }: DocsPage): Promise<string> {
  const groups = ["Reviews", "Feeds", "Moderation", "Operation"] as const;
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${name}</title>
        ${raw(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        <header>
          <h1>${name}</h1>
          <p class="lead">An open review server. ${sequence.toLocaleString("en")} signed reviews so far.</p>
          <nav aria-label="On this page">
            <a href="#what">What it is</a> <a href="#read">Read</a> <a href="#write">Write</a>
            <a href="#feeds">Feeds</a> <a href="#brands">For brands</a> <a href="/removals">Removals</a>
            ${groups.map((group) => html`<a href="#${group}">${group}: routes</a> `)}
            <a href="/openapi.json">OpenAPI</a>
          </nav>
        </header>
        <main>${introduction()} ${groups.map((group) => groupSection(group, routes))}</main>
        <footer>
          <p>
            Reviews are the words of their authors, under CC BY 4.0 unless they say otherwise. This server
            notes no addresses and does not visit the sites that reviews are about.
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}

function introduction(): Html {
  return html` <section id="what">
      <h2>What it is</h2>
      <p>
        Anybody can say what they think of a site, a brand, a place or a book, sign it with a key that only
        they hold, and hand it in here. What comes out is the signed words themselves: whoever reads them can
        check that neither this server nor anybody else has changed them. Any server that speaks the same
        protocol will do, and copies can be compared.
      </p>
    </section>
    <section id="read">
      <h2>Read</h2>
      <pre><code>curl 'https://this-server/reviews?sub=https://shop.example'
curl 'https://this-server/subject/https%3A%2F%2Fshop.example'
curl -H 'Accept: text/csv' 'https://this-server/reviews?limit=1000'</code></pre>
      <p>
        In CSV an opinion that begins like a formula has a <code>'</code> in front; take one away to have the
        exact words.
      </p>
    </section>
    <section id="write">
      <h2>Write</h2>
      <pre><code>curl -X PUT 'https://this-server/submit/&lt;token&gt;'</code></pre>
      <p>
        The token is a JWS signed with ES256. Clients that make them: the npm packages
        <code>mangrove-reviews</code> and <code>mangrove-reviews-typescript</code> (give this server's address
        as their <code>api</code>), and the Backtalk browser extension.
      </p>
    </section>
    <section id="feeds">
      <h2>Feeds</h2>
      <p>
        To copy everything and stay up to date without asking about anything in particular: read
        <a href="/v1/feed/head.json">/v1/feed/head.json</a>, then the files it names. Every file but the head
        carries a hash of its content in its name and never changes, so any cache or mirror can serve them,
        and a reader who fetches them tells nobody what they are interested in. To publish the same files on a
        static host:
      </p>
      <pre><code>hub publish --out ./public/feed</code></pre>
      <p>
        Or follow by number: <code>/v1/reviews?since=0</code>, then <code>since</code> = <code>next</code>.
      </p>
    </section>
    <section id="brands">
      <h2>For brands that listen</h2>
      <p>
        What is said about a site stands at <code>/about/shop.example</code>, and as a feed for any reader at
        <code>/atom/shop.example</code>. That page says how a brand proves a key, so that its answers are
        marked as its own. It gets no other power: no answer changes a score, and none removes or reorders
        what others said.
      </p>
    </section>`;
}

function groupSection(group: Route["group"], routes: readonly Route[]): Html {
  const mine = routes.filter((route) => route.group === group);
  return html` <section id="${group}">
    <h2>${group}</h2>
    ${mine.map(routeArticle)}
  </section>`;
}

function routeArticle(route: Route): Html {
  const { method, path, summary, description, parameters = [], replies } = route;
  return html` <article>
    <h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${openApiPath(path)}</code></h3>
    <p>${inline(summary)}.${description === undefined ? "" : html` ${inline(description)}`}</p>
    ${parameters.length === 0 ? "" : parameterTable(parameters)}
    <ul class="replies">
      ${Object.entries(replies).map(replyItem)}
    </ul>
  </article>`;
}

function parameterTable(parameters: NonNullable<Route["parameters"]>): Html {
  return html` <details>
    <summary>${parameters.length === 1 ? "1 parameter" : `${parameters.length} parameters`}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(
            ({ name, type, description }) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${type}</td>
                <td>${inline(description)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function replyItem([status, { description, types }]: [string, RouteReply]): Html {
  const note = types === undefined ? "" : html` <small>${types.join(", ")}</small>`;
  return html`<li><b>${status}</b> ${inline(description)}${note}</li>`;
}

/** Text in which words between backticks are code. */
function inline(text: string): Html[] {
  return text.split("`").map((part, i) => (i % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
}
