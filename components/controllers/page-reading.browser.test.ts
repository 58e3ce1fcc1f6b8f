import { background, commands, fakeBrowser } from "../testing/extension.ts";
import { html, LitElement } from "lit";
import { beforeEach, describe, expect, it } from "vitest";
import { noBehind } from "../../lib/model/behind.ts";
import type { Behind } from "../../lib/model/behind.ts";
import { problem } from "../../lib/model/result.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { command } from "../commands.ts";
import { mount, until } from "../testing/mount.ts";
import { brandPage, shopPage } from "../testing/tab-states.ts";
import { PageReadingController } from "./page-reading.ts";

const imprint: Behind = { ...noBehind, legalName: { value: "Northwind Schuhe GmbH", from: "imprint" } };

class Host extends LitElement {
  page: TabState | undefined;
  readonly behind = new PageReadingController(
    this,
    (tabId) => command("readBehind", tabId),
    () => this.page,
  );

  override render(): unknown {
    return html`${this.behind.isAsked ? (this.behind.value?.legalName?.value ?? "none") : "not asked"}`;
  }

  async show(page: TabState | undefined): Promise<string> {
    this.page = page;
    this.requestUpdate();
    await this.updateComplete;
    return this.shadowRoot!.textContent;
  }
}
customElements.define("behind-host", Host);

let host: Host;
beforeEach(() => {
  fakeBrowser.reset();
  commands.length = 0;
  background.readBehind = async () => ({ ok: true, value: imprint });
  host = mount(new Host());
});

describe("who stands behind a page", () => {
  it("is asked when somebody looks, once for each time that the page tells of itself", async () => {
    expect(await host.show(brandPage)).toBe("not asked");
    await until(() => host.shadowRoot!.textContent === "Northwind Schuhe GmbH");
    await host.show(brandPage);
    expect(commands).toHaveLength(1);
    // What is on the screen stays until the new answer is there.
    expect(await host.show({ ...brandPage, readAt: 1 })).toBe("Northwind Schuhe GmbH");
    await until(() => commands.length === 2);
  });

  it("is asked once more when the person says so", async () => {
    await host.show(brandPage);
    await until(() => host.shadowRoot!.textContent === "Northwind Schuhe GmbH");
    background.readBehind = async () => ({ ok: true, value: noBehind });
    await host.behind.again();
    expect(await host.show(brandPage)).toBe("none");
    expect(commands).toHaveLength(2);
  });

  it("is asked anew for another page, and an answer about the page before is not shown", async () => {
    const first = Promise.withResolvers<void>();
    background.readBehind = async (tabId) => {
      if (tabId === brandPage.tabId) await first.promise;
      return { ok: true, value: tabId === brandPage.tabId ? imprint : noBehind };
    };
    await host.show(brandPage);
    await host.show(shopPage);
    await until(() => host.shadowRoot!.textContent === "none");
    first.resolve();
    await first.promise;
    expect(await host.show(shopPage)).toBe("none");
  });

  it("is unknown where the page cannot be read, and not asked where nobody wants to know", async () => {
    background.readBehind = async () => problem("permission", { reason: "site-access" });
    await host.show(brandPage);
    await until(() => host.shadowRoot!.textContent === "none");
    expect(await host.show(undefined)).toBe("not asked");
    expect(commands).toHaveLength(1);
  });
});
