export { type BackOff, backOffMs, nextAttemptAt } from "./back-off.ts";
export { isContentHash, sha256Hex } from "./content-hash.ts";
export { consentHostOf, isLoopback } from "./host-policy.ts";
export { createNet, type NetOptions } from "./net.ts";
export {
  type DynamicRules,
  hostAccess,
  type HostPermissions,
  originRule,
  originRuleInstaller,
} from "./origin-rule.ts";
export type { Cause, LedgerTrace, Net, NetReply, NetRequest, Purpose } from "./request.ts";
export { retryAfterMs } from "./retry-after.ts";
