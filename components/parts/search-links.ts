import { css, html, nothing, type TemplateResult } from "lit";
import { ExternalLink } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { SearchLink } from "../../lib/model/search.ts";
import { icon } from "./icon.ts";
import { outLink } from "./web-link.ts";

/** Places whose API is closed: their own search, in a tab. */
export function searchLinks(links: readonly SearchLink[]): TemplateResult {
  if (links.length === 0) return html`${nothing}`;
  return html`<div class="links">
    <p class="meta" id="links">${t("plan_links")}</p>
    <ul aria-labelledby="links">
      ${links.map(
        ({ name, url }) =>
          html`<li>${outLink(url, html`${name} ${icon(ExternalLink, 12)}`, t("plan_link", { name }))}</li>`,
      )}
    </ul>
  </div>`;
}

export const searchLinksStyle = css`
  .links {
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--bt-line);
  }

  .links ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-block-start: 0.25rem;
  }

  .links a {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
  }
`;
