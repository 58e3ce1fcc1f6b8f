import type { ReactiveControllerHost } from "lit";
import { answersToOwn, type OwnAnswer } from "../../lib/db/own-answers.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

/** Who answered what the person wrote, from the copy on this device. */
export function answersController(
  host: ReactiveControllerHost,
): LiveQueryController<readonly [], readonly OwnAnswer[]> {
  return new LiveQueryController(host, {
    args: () => [] as const,
    query: () => answersToOwn(databases().personal, databases().community),
  });
}
