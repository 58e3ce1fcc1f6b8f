import { html, type TemplateResult } from "lit";

/** An address of the web; `undefined` for anything else that a link could do. */
export function webHref(address: string): string | undefined {
  const url = URL.parse(address);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
}

/** A link out of the extension to what strangers named: it opens on a press, and tells them nothing. */
export function outLink(address: string, content: unknown, label?: string): TemplateResult {
  const href = webHref(address);
  if (href === undefined) return html`${content}`;
  return label === undefined
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${content}</a>`
    : html`<a
        href=${href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        aria-label=${label}
        title=${label}
        >${content}</a
      >`;
}
