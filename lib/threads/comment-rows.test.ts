import { describe, expect, it } from "vitest";
import type { Comment } from "../model/conversation.ts";
import { CommentTree } from "./comment-rows.ts";

const comment = (id: string, parentId?: string): Comment => ({
  id,
  author: "ann",
  body: [],
  ...(parentId !== undefined && { parentId }),
});
const shown = (tree: CommentTree, chosen?: ReadonlyMap<string, boolean>): readonly string[] =>
  tree
    .rows(chosen)
    .map(({ comment, depth, answers }) => `${"-".repeat(depth)}${comment.id}${answers ? ` ${answers}` : ""}`);

describe("rows of a conversation", () => {
  it("stand below what they answer, in their own order", () => {
    const tree = new CommentTree([
      comment("a"),
      comment("b"),
      comment("a1", "a"),
      comment("b1", "b"),
      comment("a2", "a"),
    ]);
    expect(shown(tree)).toEqual(["a 2", "-a1", "-a2", "b 1", "-b1"]);
  });

  it("fold long branches further down until somebody opens them", () => {
    const branch = ["a", "b", "c", "d", "e", "f", "g"].map((id, index, all) => comment(id, all[index - 1]));
    const tree = new CommentTree(branch);
    expect(shown(tree)).toEqual(["a 6", "-b 5", "--c 4"]);
    expect(shown(tree, new Map([["c", true]]))).toEqual([
      "a 6",
      "-b 5",
      "--c 4",
      "---d 3",
      "----e 2",
      "-----f 1",
      "------g",
    ]);
    expect(shown(tree, new Map([["a", false]]))).toEqual(["a 6"]);
  });

  it("keep answers to what did not come, and take each comment once", () => {
    expect(shown(new CommentTree([comment("x", "gone"), comment("x"), comment("y", "y")]))).toEqual([
      "x",
      "y",
    ]);
  });

  it("do not end in a chain of ten thousand answers", () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      comment(`c${index}`, index === 0 ? undefined : `c${index - 1}`),
    );
    const tree = new CommentTree(chain);
    const all = new Map(chain.map(({ id }) => [id, true]));
    expect(tree.rows(all)).toHaveLength(10_000);
    expect(tree.answersBelow("c0")).toBe(9999);
  });
});
