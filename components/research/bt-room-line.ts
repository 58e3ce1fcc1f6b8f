import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { formatBytes, t } from "../../lib/i18n.ts";
import { askToPersist, type Room, roomLeft } from "../../lib/research/store/room.ts";
import { shared } from "../styles/shared.ts";

/** How much room collections take and have, and whether the browser keeps them when the disk gets full. */
@customElement("bt-room-line")
export class RoomLine extends LitElement {
  static override readonly styles = [shared];

  @state() private room: Room | undefined;
  @state() private isRefused = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    this.room = await roomLeft();
  }

  async #keep(): Promise<void> {
    this.isRefused = !(await askToPersist());
    await this.#read();
  }

  override render(): TemplateResult {
    const { room } = this;
    if (!room) return html`${nothing}`;
    const words = t("research_room", { used: formatBytes(room.used), free: formatBytes(room.free) });
    return html`<p class=${room.state === "scarce" ? "note warn" : "meta"}>
        ${room.state === "scarce" ? t("research_room_scarce", { free: formatBytes(room.free) }) : words}
      </p>
      ${room.isPersistent ? nothing : this.#mayGo()}`;
  }

  #mayGo(): TemplateResult {
    return html`<p class="meta" role="status">
      ${this.isRefused ? t("research_room_refused") : t("research_room_loose")}
      ${
        this.isRefused
          ? nothing
          : html`<button type="button" class="link" @click=${() => void this.#keep()}>
              ${t("research_room_keep")}
            </button>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-room-line": RoomLine;
  }
}
