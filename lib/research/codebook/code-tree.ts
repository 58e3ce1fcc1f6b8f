import type { Code } from "../../model/research/coding.ts";

/** A code and those under it. */
export interface CodeNode {
  readonly code: Code;
  readonly children: readonly CodeNode[];
}

/** A code in the order in which it is listed, and how deep under others. */
export interface ListedCode {
  readonly code: Code;
  readonly depth: number;
}

/**
 * Codes as a tree, in their order. A parent that is not there, or a circle of parents, as a file may hold them, puts a
 * code at the top: none is ever lost.
 */
export function treeOf(codes: readonly Code[]): readonly CodeNode[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const childrenOf = Map.groupBy(codes, (code) => (hangsInAir(code, byId) ? undefined : code.parent));
  const nodesUnder = (parent: string | undefined): readonly CodeNode[] =>
    (childrenOf.get(parent) ?? []).map((code) => ({
      code: parent === undefined ? withoutParent(code) : code,
      children: nodesUnder(code.id),
    }));
  return nodesUnder(undefined);
}

/** Whether following the parents does not end at a code without one. */
function hangsInAir(code: Code, byId: ReadonlyMap<string, Code>): boolean {
  const passed = new Set<string>();
  for (let at: Code | undefined = code; at?.parent !== undefined; at = byId.get(at.parent)) {
    if (passed.has(at.id) || !byId.has(at.parent)) return at === code || passed.has(at.id);
    passed.add(at.id);
  }
  return false;
}

/** Every code below the one above it. */
export function flat(nodes: readonly CodeNode[], parent?: string): readonly Code[] {
  return nodes.flatMap(({ code, children }) => [
    parent === undefined ? withoutParent(code) : { ...code, parent },
    ...flat(children, code.id),
  ]);
}

export function listed(codes: readonly Code[]): readonly ListedCode[] {
  const walk = (nodes: readonly CodeNode[], depth: number): readonly ListedCode[] =>
    nodes.flatMap(({ code, children }) => [{ code, depth }, ...walk(children, depth + 1)]);
  return walk(treeOf(codes), 0);
}

/** A code and all under it, by id. */
export function idsUnder(codes: readonly Code[], id: string): ReadonlySet<string> {
  const ids = (nodes: readonly CodeNode[]): readonly string[] =>
    nodes.flatMap(({ code, children }) => [code.id, ...ids(children)]);
  const find = (nodes: readonly CodeNode[]): CodeNode | undefined => {
    for (const node of nodes) {
      const found = node.code.id === id ? node : find(node.children);
      if (found) return found;
    }
    return undefined;
  };
  const node = find(treeOf(codes));
  return new Set(node ? ids([node]) : []);
}

function withoutParent({ id, name, description, colour }: Code): Code {
  return { id, name, description, colour };
}
