import { databaseErrorOf } from "../db/database-error.ts";
import { ProblemError } from "../errors.ts";
import { logBug } from "../log.ts";
import type { UiMessages } from "../messages/ui.ts";
import { problem, type Result } from "../model/result.ts";
import { uiSender, type MessageSender, type OwnIdentity } from "./senders.ts";

/** One function for each command; tsc finds what is missing. */
export type UiHandlers = {
  readonly [K in keyof UiMessages]: (argument: Parameters<UiMessages[K]>[0]) => ReturnType<UiMessages[K]>;
};

/** What a frame in a page may ask about its own tab. */
const reading: ReadonlySet<keyof UiMessages> = new Set(["readTab", "readBehind", "readOwnReviews"]);

/**
 * Runs a command of an extension page. Refused from anywhere else; a frame in a page may read its own tab and
 * nothing more. Never throws: what a handler throws becomes its problem, or a bug that is logged.
 */
export async function runUiCommand<K extends keyof UiMessages>(
  handlers: UiHandlers,
  command: K,
  argument: Parameters<UiMessages[K]>[0],
  sender: MessageSender,
  own: OwnIdentity,
): Promise<Awaited<ReturnType<UiMessages[K]>>> {
  type Answer = Awaited<ReturnType<UiMessages[K]>>;
  const who = uiSender(sender, own);
  const mayRead = who?.kind === "frame" && reading.has(command) && argument === who.tabId;
  if (who?.kind !== "page" && !mayRead) return problem("refused", { reason: "sender" }) as Answer;
  try {
    return await handlers[command](argument);
  } catch (cause) {
    return failureOf(command, cause) as Answer;
  }
}

function failureOf(command: string, cause: unknown): Result<never> {
  if (cause instanceof ProblemError) return { ok: false, error: cause.problem };
  const fault = databaseErrorOf(cause);
  if (fault) return { ok: false, error: fault.problem };
  logBug(`command ${command}`, cause);
  return problem("bug", { reason: command });
}
