import { find, until } from "./mount.ts";

/** Types into the first field that matches. */
export function fill(selector: string, value: string): void {
  const field = find<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Ticks, or unticks, the first box that matches. */
export function choose(selector: string, isOn = true): void {
  const field = find<HTMLInputElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  if (field.checked !== isOn) field.click();
}

/** Presses a button of this name, once it is there and may be pressed. */
export async function press(text: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button:not(:disabled)", text), text)).click();
}
