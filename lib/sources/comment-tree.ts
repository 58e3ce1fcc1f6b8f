import type { Comment } from "../model/conversation.ts";

/** A comment with what stands below it, as an API nests them. */
export interface Branch {
  readonly comment: Comment;
  readonly answers: readonly unknown[];
}

/**
 * Parents before their answers, without recursion: a thread may be as deep as it is long.
 *
 * @param read - Reads one node below `parentId`; `undefined` where it is none, and then its answers are none either.
 * @param most - Comments that are kept.
 */
export function commentsOf(
  roots: readonly unknown[],
  read: (node: unknown, parentId: string | undefined) => Branch | undefined,
  most: number,
): { readonly comments: readonly Comment[]; readonly isWhole: boolean } {
  const comments: Comment[] = [];
  const waiting: { readonly node: unknown; readonly parentId?: string }[] = [];
  const add = (nodes: readonly unknown[], parentId?: string): void => {
    for (const node of nodes.toReversed())
      waiting.push(parentId === undefined ? { node } : { node, parentId });
  };
  add(roots);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const branch = read(next.node, next.parentId);
    if (!branch) continue;
    if (comments.length >= most) return { comments, isWhole: false };
    comments.push(branch.comment);
    add(branch.answers, branch.comment.id);
  }
  return { comments, isWhole: true };
}
