/** Some bars in a row: from and to, both inclusive. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

export function brushOf(anchor: number, head: number): Brush {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

export function isIn(brush: Brush | undefined, index: number): boolean {
  return brush !== undefined && index >= brush.from && index <= brush.to;
}

/** Where a key leads from a bar, if anywhere. `forward` is the arrow that follows the direction of reading. */
export function nextBar(key: string, at: number, count: number, isRtl: boolean): number | undefined {
  const forward = isRtl ? "ArrowLeft" : "ArrowRight";
  const backward = isRtl ? "ArrowRight" : "ArrowLeft";
  const last = count - 1;
  const goal = new Map([
    [forward, at + 1],
    [backward, at - 1],
    ["PageDown", at + 7],
    ["PageUp", at - 7],
    ["Home", 0],
    ["End", last],
  ]).get(key);
  return goal === undefined ? undefined : Math.max(0, Math.min(last, goal));
}
