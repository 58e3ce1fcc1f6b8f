/** Which rows are selected after a press: one more or less, or all from the one before to this one. */
export class Selection {
  #anchor: number | undefined;

  /** @param index - Place of the pressed row in `seqs`. */
  press(
    seqs: Uint32Array,
    selected: ReadonlySet<number>,
    index: number,
    isRange: boolean,
  ): ReadonlySet<number> {
    const next = new Set(selected);
    const from = this.#anchor === undefined ? -1 : seqs.indexOf(this.#anchor);
    const pressed = seqs[index];
    if (pressed === undefined) return selected;
    if (isRange && from >= 0) {
      for (const seq of seqs.subarray(Math.min(from, index), Math.max(from, index) + 1)) next.add(seq);
      return next;
    }
    this.#anchor = pressed;
    if (!next.delete(pressed)) next.add(pressed);
    return next;
  }
}
