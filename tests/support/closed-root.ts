import type { CDPSession, Page } from "@playwright/test";

/** A way into closed shadow roots that no page has: the browser's own debugger. */
export interface ClosedRoot {
  /** Whether the host stands in the document. */
  exists(): Promise<boolean>;
  /** `closed` or `open`. */
  mode(): Promise<string | undefined>;
  /** Runs `body` (a function expression) with the first match of `selector` as `this`. */
  call(selector: string, body: string): Promise<unknown>;
  text(selector: string): Promise<string>;
  /** Where an element is drawn. */
  box(selector: string): Promise<{ x: number; y: number; width: number; height: number }>;
  /** A real press in the middle of an element. */
  click(selector: string): Promise<void>;
}

export async function closedRoot(page: Page, host = "backtalk-badge"): Promise<ClosedRoot> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("DOM.enable");

  const shadow = async (): Promise<{ backendNodeId: number; shadowRootType?: string } | undefined> => {
    const { root } = await cdp.send("DOM.getDocument", { depth: 0 });
    const { nodeId } = await cdp.send("DOM.querySelector", { nodeId: root.nodeId, selector: host });
    if (!nodeId) return undefined;
    // It may be taken away between the two questions.
    const described = await cdp
      .send("DOM.describeNode", { nodeId, depth: 1, pierce: true })
      .catch(() => undefined);
    return described?.node.shadowRoots?.[0];
  };
  const call = async (selector: string, body: string): Promise<unknown> => {
    const found = await shadow();
    if (!found) throw new Error(`${host} is not there`);
    const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: found.backendNodeId });
    const { result, exceptionDetails } = await cdp.send("Runtime.callFunctionOn", {
      objectId: object.objectId!,
      functionDeclaration: `function (selector) { return (${body}).call(this.querySelector(selector)); }`,
      arguments: [{ value: selector }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const box: ClosedRoot["box"] = async (selector) =>
    (await call(selector, "function () { return this.getBoundingClientRect().toJSON(); }")) as Awaited<
      ReturnType<ClosedRoot["box"]>
    >;
  return {
    exists: async () => (await shadow()) !== undefined,
    mode: async () => (await shadow())?.shadowRootType,
    call,
    text: async (selector) => String(await call(selector, "function () { return this.textContent; }")),
    box,
    async click(selector) {
      const { x, y, width, height } = await box(selector);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
  };
}
