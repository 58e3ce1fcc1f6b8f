import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { AuthorViews } from "../controllers/author-views.ts";

/** Authors over what was looked at before, of which only the uppermost is seen. */
export function authorViews(views: AuthorViews, below: TemplateResult, readonly: boolean): TemplateResult {
  const { requests } = views;
  return html`<div ?hidden=${requests.length > 0}>${below}</div>
    ${repeat(
      requests,
      ({ author }, index) => `${index} ${author}`,
      (request, index) =>
        html`<bt-author
          ?hidden=${index < requests.length - 1}
          .request=${request}
          ?readonly=${readonly}
          inSidebar
          @back=${() => void views.back()}
        ></bt-author>`,
    )}`;
}
