import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { CollectWish } from "../../lib/model/research/collect.ts";
import { readFound } from "./read-found.ts";

interface World {
  /** Set in our isolated world just before: what the press itself told. */
  backtalkWish?: CollectWish;
}

/** Injected by the background at a press on "Collect". What it returns is the injection's result. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const wish = world.backtalkWish ?? {};
  delete world.backtalkWish;
  return readFound(wish);
});
