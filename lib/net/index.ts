export { type BackOff, nextAttemptAt } from "./back-off.ts";
export { sha256Hex } from "./content-hash.ts";
export { consentHostOf, isLoopback } from "./host-policy.ts";
export { createNet } from "./net.ts";
export { hostAccess, originRuleInstaller } from "./origin-rule.ts";
export type { Limit } from "./rate-limiter.ts";
export type { Cause, LedgerTrace, Net, NetReply, NetRequest } from "./request.ts";
