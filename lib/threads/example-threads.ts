import type { Thread } from "../model/conversation.ts";

let made = 0;

/** A thread for tests: whatever is not told is its own. */
export function exampleThread(changes: Partial<Thread> & { readonly id?: string } = {}): Thread {
  const { source = "lemmy", origin = "https://forum.example", id = `n${(made += 1)}` } = changes;
  return {
    key: `${source}:${new URL(origin).host}:${id}`,
    source,
    origin,
    id,
    title: `Thread ${id} about something of its own`,
    url: `${origin}/post/${id}`,
    ...changes,
  };
}
