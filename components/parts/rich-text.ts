import { html, type TemplateResult } from "lit";
import type { RichText, TextBlock, TextRun } from "../../lib/model/rich-text.ts";
import "../bt-image.ts";
import { langOf } from "./language.ts";
import { webHref } from "./web-link.ts";

/**
 * Words of others, block by block: every run is text, no link is more than its address, and a picture comes only when it
 * is pressed for.
 */
export function richText(text: RichText, language?: string): TemplateResult {
  return html`<div class="rich" dir="auto" lang=${langOf(language)}>
    ${itemsTogether(text).map((group) => (Array.isArray(group) ? list(group) : block(group)))}
  </div>`;
}

/** Items that follow each other are one list. */
function itemsTogether(text: RichText): readonly (TextBlock | TextBlock[])[] {
  const groups: (TextBlock | TextBlock[])[] = [];
  for (const part of text) {
    const last = groups.at(-1);
    if (part.kind !== "item") groups.push(part);
    else if (Array.isArray(last)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function list(items: readonly TextBlock[]): TemplateResult {
  return html`<ul>
    ${items.map((item) => html`<li dir="auto">${runs(item)}</li>`)}
  </ul>`;
}

function block(part: TextBlock): TemplateResult {
  if (part.kind === "quote") return html`<blockquote dir="auto">${runs(part)}</blockquote>`;
  if (part.kind === "code") return html`<pre dir="ltr"><code>${runs(part)}</code></pre>`;
  // Their headings are none of this page's.
  if (part.kind === "heading") return html`<p class="heading" dir="auto">${runs(part)}</p>`;
  return html`<p dir="auto">${runs(part)}</p>`;
}

function runs({ runs: all }: TextBlock): unknown {
  return all.map(run);
}

function run({ text, href, isImage }: TextRun): unknown {
  const address = href === undefined ? undefined : webHref(href);
  if (address === undefined) return text;
  if (isImage) return html`<bt-image .image=${{ src: address, label: text }}></bt-image>`;
  return html`<a href=${address} title=${address} target="_blank" rel="noopener noreferrer nofollow ugc"
    >${text}</a
  >`;
}
