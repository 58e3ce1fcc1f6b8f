/**
 * What searching elsewhere needs, for `import()` alone. A worker of Chrome's cannot load code later; the bundler keeps
 * this in the one file and makes it a function that runs at the first `import()`, so that other wakes do not pay for it.
 */
export { createTalk } from "../../lib/app/talk/index.ts";
export { hostLimits } from "../../lib/sources/host-limits.ts";
export { sources } from "../../lib/sources/index.ts";
