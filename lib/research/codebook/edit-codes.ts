import type { Code } from "../../model/research/coding.ts";
import { type CodeNode, flat, treeOf } from "./code-tree.ts";

/** What a person says of a code. Its id is not theirs to change: codings name it. */
export type CodeDraft = Omit<Code, "id">;

export type Move = "up" | "down" | "in" | "out";

const longestId = 40;

/**
 * The id of a new code: letters and digits of its first name. Never one that was taken before, in any version: codings
 * of a code that was removed must not become those of another.
 */
export function newCodeId(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, longestId);
  const base = slug === "" ? "code" : slug;
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
  }
}

/** Puts a code last under its parent. */
export function addCode(codes: readonly Code[], id: string, draft: CodeDraft): readonly Code[] {
  return flat(treeOf([...codes, { ...draft, id }]));
}

/** Changes what is said of a code. Under another parent it goes last there; never under itself. */
export function changeCode(codes: readonly Code[], id: string, draft: CodeDraft): readonly Code[] {
  const before = codes.find((code) => code.id === id);
  if (!before) return codes;
  const changed: Code = { ...draft, id };
  if (before.parent === draft.parent) return codes.map((code) => (code.id === id ? changed : code));
  return flat(treeOf([...codes.filter((code) => code.id !== id), changed]));
}

/** Takes a code out. What stood under it goes to where it stood itself. */
export function removeCode(codes: readonly Code[], id: string): readonly Code[] {
  return flat(
    onSiblings(treeOf(codes), id, (siblings, at) =>
      siblings.toSpliced(at, 1, ...(siblings[at]?.children ?? [])),
    ),
  );
}

/**
 * Moves a code among its siblings, under the one before it, or behind the one it is under. Where that is not possible,
 * nothing changes.
 */
export function moveCode(codes: readonly Code[], id: string, move: Move): readonly Code[] {
  const tree = treeOf(codes);
  return flat(
    move === "out" ? movedOut(tree, id) : onSiblings(tree, id, (siblings, at) => moved(siblings, at, move)),
  );
}

function moved(siblings: readonly CodeNode[], at: number, move: Exclude<Move, "out">): readonly CodeNode[] {
  const node = siblings[at];
  const before = siblings[at - 1];
  if (!node) return siblings;
  if (move === "in") {
    if (!before) return siblings;
    return siblings.toSpliced(at - 1, 2, { ...before, children: [...before.children, node] });
  }
  const goal = move === "up" ? at - 1 : at + 1;
  const other = siblings[goal];
  return other ? siblings.with(goal, node).with(at, other) : siblings;
}

function movedOut(nodes: readonly CodeNode[], id: string): readonly CodeNode[] {
  return nodes.flatMap((parent) => {
    const node = parent.children.find(({ code }) => code.id === id);
    if (!node) return [{ ...parent, children: movedOut(parent.children, id) }];
    return [{ ...parent, children: parent.children.filter((child) => child !== node) }, node];
  });
}

/** Changes the list in which a code stands. */
function onSiblings(
  nodes: readonly CodeNode[],
  id: string,
  change: (siblings: readonly CodeNode[], at: number) => readonly CodeNode[],
): readonly CodeNode[] {
  const at = nodes.findIndex(({ code }) => code.id === id);
  if (at >= 0) return change(nodes, at);
  return nodes.map((node) => ({ ...node, children: onSiblings(node.children, id, change) }));
}
