import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../lib/i18n.ts";
import "./bt-author.ts";
import type { AuthorRequest } from "./parts/emit.ts";
import { authorPage } from "./parts/own-pages.ts";
import { pageLayout } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** One author on a page of their own: where the list of people in the options leads. */
@customElement("bt-author-page")
export class AuthorPage extends LitElement {
  static override readonly styles = [
    shared,
    pageLayout,
    css`
      h1 {
        padding-inline: 1rem;
      }
    `,
  ];

  @property() author = "";
  @state() private message = "";

  override render(): TemplateResult {
    return html`<main
      @bt-announce=${({ detail }: CustomEvent<string>) => (this.message = detail)}
      @bt-author=${({ detail }: CustomEvent<AuthorRequest>) => this.#open(detail)}
    >
      <h1>${t("author_page_title")}</h1>
      <bt-author .request=${{ author: this.author }}></bt-author>
      <p class="sr-only" role="status">${this.message}</p>
    </main>`;
  }

  /** Whoever is named here has a page of their own. */
  #open({ author }: AuthorRequest): void {
    if (author !== this.author) location.assign(`/${authorPage(author)}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-author-page": AuthorPage;
  }
}
