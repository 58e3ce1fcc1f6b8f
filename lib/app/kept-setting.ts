/** The part of a setting that is needed. */
export interface Setting<T> {
  getValue(): Promise<T>;
  watch(changed: (value: T) => void): () => void;
}

/**
 * A setting that is read once in a worker's life and then follows its changes: reading storage takes 8 ms, and every
 * page waits for it.
 */
export function keptSetting<T>(setting: Setting<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  setting.watch((changed) => {
    value = Promise.resolve(changed);
  });
  return () => (value ??= setting.getValue());
}
