import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { collectBehind } from "../../lib/detect/behind/collect-behind.ts";

/** Injected by the background where a person looks at a tab in the sidebar. What it returns is the injection's result. */
export default defineUnlistedScript(() => collectBehind(document, location));
