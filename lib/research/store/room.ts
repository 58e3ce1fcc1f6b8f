/** What of `navigator.storage` is used. */
export type RoomStorage = Pick<StorageManager, "estimate" | "persist" | "persisted">;

/** How much fits on the device, as far as the browser tells. Bytes. */
export interface Room {
  readonly used: number;
  readonly free: number;
  /** The browser does not clear it by itself when the disk gets full. */
  readonly isPersistent: boolean;
  /** `scarce`: say so before something does not fit. */
  readonly state: "ample" | "scarce";
}

/** About four hundred thousand items: a long session of recording. */
const scarceBytes = 256 * 1024 * 1024;

/** `undefined`: the browser does not tell. */
export async function roomLeft(
  storage: RoomStorage | undefined = navigator.storage,
): Promise<Room | undefined> {
  const { usage, quota } = (await storage?.estimate()) ?? {};
  if (!storage || usage === undefined || quota === undefined) return undefined;
  const free = Math.max(0, quota - usage);
  const state = free < scarceBytes ? "scarce" : "ample";
  return { used: usage, free, isPersistent: await storage.persisted(), state };
}

/**
 * Asks the browser to keep what is stored. Some ask the person, so: only when they press a button, as when a
 * collection is made.
 *
 * @returns Whether it is kept.
 */
export async function askToPersist(storage: RoomStorage | undefined = navigator.storage): Promise<boolean> {
  if (!storage) return false;
  return (await storage.persisted()) || storage.persist();
}
