import { type UiMessages, uiMessaging } from "../lib/messages/ui.ts";
import { problem, type Result } from "../lib/model/result.ts";

type Name = keyof UiMessages;
type Argument<N extends Name> = Parameters<UiMessages[N]>[0];
type Value<N extends Name> = Awaited<ReturnType<UiMessages[N]>> extends Result<infer T> ? T : never;

/**
 * Sends a command to the background. A worker that was killed under the command rejects; here that becomes a
 * `Problem` like any other failure, so that no caller needs a `catch`.
 */
export async function command<N extends Name>(
  name: N,
  ...argument: Argument<N> extends undefined ? [] : [Argument<N>]
): Promise<Result<Value<N>>> {
  try {
    const send: (name: N, data?: unknown) => Promise<Result<Value<N>> | undefined> = uiMessaging.sendMessage;
    return (await send(name, argument[0])) ?? problem("bug", { reason: "no answer" });
  } catch (error) {
    return problem("bug", { reason: error instanceof Error ? error.message : String(error) });
  }
}
