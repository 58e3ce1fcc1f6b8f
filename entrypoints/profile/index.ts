import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchProfile } from "./watch-profile.ts";

/** Injected by the background on pages about one account of a network. */
export default defineUnlistedScript(watchProfile);
