import { html, type TemplateResult } from "lit";
import { ExternalLink } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "./icon.ts";
import { webHref } from "./web-link.ts";

/** A record's title as the link to its official page. Where there is no page it stays text. */
export function recordLink(title: string, url: string): TemplateResult {
  const name = html`<bdi dir="auto">${title}</bdi>`;
  const href = webHref(url);
  if (href === undefined) return name;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${name}<span class="out" title=${t("opens_official")}>${icon(ExternalLink, 12)}</span></a
  >`;
}
