/**
 * Browsers add `Origin` to requests of an extension: in Firefox `moz-extension://<id of this install>`, in
 * Chromium the id of the extension, which for an unpacked one is made from its path. Either recognises a
 * person. One rule, for requests that this extension itself starts, drops the header.
 *
 * It is dynamic because the initiator's name differs per install; it lasts across restarts.
 *
 * @see docs/decisions/0020-sync-origin-header.md for what each browser was seen to send
 */
export interface OriginRule {
  readonly id: number;
  readonly priority: number;
  readonly action: {
    readonly type: "modifyHeaders";
    readonly requestHeaders: readonly [{ readonly header: "origin"; readonly operation: "remove" }];
  };
  readonly condition: {
    readonly initiatorDomains: readonly [string];
    readonly resourceTypes: readonly ["xmlhttprequest", "other"];
  };
}

/** Our only dynamic rule; fixed, so that installing it again replaces it. */
const ruleId = 1;

/** @param extensionHost - Host of the extension's own pages: `new URL(runtime.getURL("")).host`. */
export function originRule(extensionHost: string): OriginRule {
  return {
    id: ruleId,
    priority: 1,
    action: { type: "modifyHeaders", requestHeaders: [{ header: "origin", operation: "remove" }] },
    condition: { initiatorDomains: [extensionHost], resourceTypes: ["xmlhttprequest", "other"] },
  };
}

/** The part of `browser.declarativeNetRequest` that is needed. */
export interface DynamicRules {
  updateDynamicRules(update: { removeRuleIds: number[]; addRules: OriginRule[] }): Promise<void>;
}

/** Once per worker life, before the first request; give it to `createNet` as `prepare`. Retries after a failure. */
export function originRuleInstaller(rules: DynamicRules, extensionHost: string): () => Promise<void> {
  let installed: Promise<void> | undefined;
  return async () => {
    installed ??= rules.updateDynamicRules({
      removeRuleIds: [ruleId],
      addRules: [originRule(extensionHost)],
    });
    try {
      await installed;
    } catch (error: unknown) {
      installed = undefined;
      throw error;
    }
  };
}

/** The part of `browser.permissions` that is needed. */
export interface HostPermissions {
  contains(permissions: { origins: string[] }): Promise<boolean>;
}

/**
 * Whether a host may be asked without `Origin` giving the install away: no browser applies the rule to a host
 * that it was not granted. In Firefox the header would then hold the id of this install, so nothing is sent;
 * in Chromium it holds the id of the extension, which everyone who has it from the store shares.
 *
 * @param extensionUrl - `runtime.getURL("")`.
 */
export function hostAccess(
  permissions: HostPermissions,
  extensionUrl: string,
): (url: URL) => Promise<boolean> {
  if (!extensionUrl.startsWith("moz-extension:")) return () => Promise.resolve(true);
  // Match patterns know no ports.
  return ({ protocol, hostname }) => permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
