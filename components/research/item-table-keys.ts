/** What a key does inside the table. */
export type TableAct =
  | "next"
  | "previous"
  | "first"
  | "last"
  | "page-down"
  | "page-up"
  | "select"
  | "select-range"
  | "select-all"
  | "open"
  | "clear"
  | "codes"
  | "note"
  | "export"
  | "help";

const keys: ReadonlyMap<string, TableAct> = new Map([
  ["ArrowDown", "next"],
  ["ArrowUp", "previous"],
  ["Home", "first"],
  ["End", "last"],
  ["PageDown", "page-down"],
  ["PageUp", "page-up"],
  [" ", "select"],
  ["Enter", "open"],
  ["Escape", "clear"],
]);

/** Single characters: only while the table has the focus, and only where the person wants them (WCAG 2.1.4). */
const letters: ReadonlyMap<string, TableAct> = new Map([
  ["j", "next"],
  ["k", "previous"],
  ["x", "select"],
  ["X", "select-range"],
  ["c", "codes"],
  ["n", "note"],
  ["e", "export"],
  ["?", "help"],
]);

type Pressed = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

export function actOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  hasLetters: boolean,
): TableAct | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key === "a" ? "select-all" : undefined;
  const act = keys.get(key);
  if (act === "select" && shiftKey) return "select-range";
  return act ?? (hasLetters ? letters.get(key) : undefined);
}
