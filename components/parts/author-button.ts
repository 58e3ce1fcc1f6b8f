import { html, nothing, type TemplateResult } from "lit";
import { UserCheck, VolumeX } from "lucide";
import { formatList, t } from "../../lib/i18n.ts";
import type { ShownName } from "../controllers/names.ts";
import { emit } from "./emit.ts";
import { icon } from "./icon.ts";
import type { Writer } from "./name.ts";

/** A name that leads to everything its key wrote, with what tells it from others of that name. */
export function authorButton(host: EventTarget, writer: Writer, shown: ShownName): TemplateResult {
  const { author, kid, nickname } = writer;
  const request = {
    author,
    ...(kid !== undefined && { kid }),
    ...(nickname !== undefined && { name: nickname }),
  };
  return html`<button
      type="button"
      class="who ${shown.isKey ? "key" : ""}"
      dir="auto"
      aria-label=${t("author_open_label", { name: shown.label })}
      title=${t("author_open")}
      @click=${() => emit(host, "bt-author", request)}
    >
      <bdi>${shown.text}</bdi></button
    >${nameSigns(shown)}`;
}

/** What stands behind a name: their own nickname, a piece of the key, and what they are to the person. */
export function nameSigns({ choice, fingerprint, nickname, via }: ShownName): TemplateResult {
  return html`${
    nickname === undefined
      ? nothing
      : html`<span class="meta anywhere" dir="auto"><bdi>${nickname}</bdi></span>`
  }${
    fingerprint === undefined
      ? nothing
      : html`<code class="fingerprint" dir="ltr" title=${t("author_namesake")}>${fingerprint}</code>`
  }${choice === "followed" ? sign(UserCheck, t("author_followed")) : nothing}${
    choice === "muted" ? sign(VolumeX, t("author_muted")) : nothing
  }${
    choice === undefined && via.length > 0
      ? html`<span class="tag via" dir="auto"
          >${t("author_via", { names: formatList(via.slice(0, 3)) })}</span
        >`
      : nothing
  }`;
}

function sign(shape: typeof UserCheck, words: string): TemplateResult {
  return html`<span class="sign" title=${words}
    >${icon(shape, 14)}<span class="sr-only">${words}</span></span
  >`;
}
