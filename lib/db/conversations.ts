import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { ConversationRow } from "./talk-rows.ts";

export type { ConversationRow } from "./talk-rows.ts";

/** A thread that was read, by `Thread.key`. */
export async function conversationOf(
  db: CommunityDatabase,
  key: string,
): Promise<ConversationRow | undefined> {
  return withDatabaseErrors(() => db.conversations.get(key));
}
