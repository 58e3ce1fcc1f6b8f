import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { startBackground } from "./start.ts";

/** Everything is registered synchronously: an event that starts the worker finds its listener. */
export default defineBackground(() =>
  startBackground({ id: browser.runtime.id, baseUrl: browser.runtime.getURL("") }),
);
