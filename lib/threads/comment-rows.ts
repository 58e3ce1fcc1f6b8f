import type { Comment } from "../model/conversation.ts";

/** A comment as a list of lines shows it. */
export interface CommentRow {
  readonly comment: Comment;
  /** 0 for an answer to the thread itself. */
  readonly depth: number;
  /** How many stand below it, over all steps. */
  readonly answers: number;
  readonly isOpen: boolean;
}

/** From this depth on, branches that are longer than a few lines are folded until somebody opens them. */
const foldedFrom = 2;
const mostUnfolded = 3;
/** What is answered at such length is folded even at the top. */
const longBranch = 25;

/** The comments of a conversation, and which of them answer which. */
export class CommentTree {
  readonly #answersTo = new Map<string | undefined, Comment[]>();
  readonly #parents = new Map<string, string | undefined>();
  readonly #below = new Map<string, number>();

  constructor(comments: readonly Comment[]) {
    const ids = new Set<string>();
    for (const comment of comments) {
      // An answer to what did not come stands at the top rather than nowhere; parents come first.
      const parent =
        comment.parentId !== undefined && ids.has(comment.parentId) ? comment.parentId : undefined;
      if (ids.has(comment.id)) continue;
      ids.add(comment.id);
      const siblings = this.#answersTo.get(parent);
      if (siblings) siblings.push(comment);
      else this.#answersTo.set(parent, [comment]);
      this.#parents.set(comment.id, parent);
    }
    for (const id of [...ids].toReversed()) {
      const parent = this.#parents.get(id);
      if (parent !== undefined)
        this.#below.set(parent, this.answersBelow(parent) + this.answersBelow(id) + 1);
    }
  }

  answersBelow(id: string): number {
    return this.#below.get(id) ?? 0;
  }

  #isOpen(id: string, depth: number, chosen: ReadonlyMap<string, boolean>): boolean {
    const answers = this.answersBelow(id);
    return chosen.get(id) ?? (depth < foldedFrom ? answers <= longBranch : answers <= mostUnfolded);
  }

  /**
   * What is to be seen, from top to bottom.
   *
   * @param chosen - Branches that the person opened or folded, by comment.
   */
  rows(chosen: ReadonlyMap<string, boolean> = new Map()): readonly CommentRow[] {
    const rows: CommentRow[] = [];
    // A stack, not recursion: a thread may be as deep as it is long.
    const waiting = (this.#answersTo.get(undefined) ?? [])
      .map((comment) => ({ comment, depth: 0 }))
      .toReversed();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { comment, depth } = next;
      const isOpen = this.#isOpen(comment.id, depth, chosen);
      rows.push({ comment, depth, answers: this.answersBelow(comment.id), isOpen });
      if (!isOpen) continue;
      const answers = this.#answersTo.get(comment.id) ?? [];
      for (const answer of answers.toReversed()) waiting.push({ comment: answer, depth: depth + 1 });
    }
    return rows;
  }
}
