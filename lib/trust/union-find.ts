/** Sets of rows: each row points towards the row with the smallest number in its set. */
export function separate(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}

/** The smallest row of the set that `row` is in. Shortens the way for the next who asks. */
export function rootOf(parents: Int32Array, row: number): number {
  let at = row;
  for (;;) {
    const parent = parents[at] ?? at;
    if (parent === at) return at;
    const next = parents[parent] ?? parent;
    parents[at] = next;
    at = next;
  }
}

export function unite(parents: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  if (first < second) parents[second] = first;
  else if (second < first) parents[first] = second;
}
