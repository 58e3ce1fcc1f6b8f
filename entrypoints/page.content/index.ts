import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchPage } from "./watch-page.ts";

/** Runs on every page the person allowed (registered by lib/app/run-mode.ts), top frame only. */
export default defineUnlistedScript(watchPage);
