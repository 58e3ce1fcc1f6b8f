/** The value of a JSON text; `undefined`, which every schema refuses, where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer here, not a failure: the caller says so.
    return undefined;
  }
}
