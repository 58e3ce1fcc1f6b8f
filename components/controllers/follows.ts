import type { ReactiveControllerHost } from "lit";
import { listFollows } from "../../lib/db/follows.ts";
import type { Follow } from "../../lib/model/follow.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

/** Brands that the person follows, with their news. */
export function followsController(
  host: ReactiveControllerHost,
): LiveQueryController<readonly [], readonly Follow[]> {
  return new LiveQueryController(host, {
    args: () => [] as const,
    query: () => listFollows(databases().personal),
  });
}
