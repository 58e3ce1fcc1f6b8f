/** What of OPFS only workers have. https://developer.mozilla.org/docs/Web/API/FileSystemSyncAccessHandle */
interface SyncHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

const folderName = "research-transfer";
/** A file that nobody took away is kept as long as a download may take. */
const keptMs = 3_600_000;

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** A file in the extension's own room (OPFS) that is being written. */
export class RoomFile {
  readonly name: string;
  bytes = 0;
  readonly #handle: SyncHandle;
  #isOpen = true;

  constructor(name: string, handle: SyncHandle) {
    this.name = name;
    this.#handle = handle;
  }

  /** @throws {DOMException} `QuotaExceededError` where the disk is full. */
  write(bytes: Uint8Array): void {
    this.bytes += this.#handle.write(bytes, { at: this.bytes });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#handle.flush();
    this.#handle.close();
  }

  async remove(): Promise<void> {
    if (this.#isOpen) this.#handle.close();
    this.#isOpen = false;
    await removeFromRoom(this.name);
  }
}

/** Makes a file to write into, in a worker. */
export async function newRoomFile(nowMs: number): Promise<RoomFile> {
  const name = `${nowMs}-${crypto.randomUUID()}`;
  const file = (await (await folder()).getFileHandle(name, { create: true })) as WorkerFileHandle;
  return new RoomFile(name, await file.createSyncAccessHandle());
}

/** What was written, to be read piece by piece. */
export async function fileInRoom(name: string): Promise<File> {
  return (await (await folder()).getFileHandle(name)).getFile();
}

/** Takes a file away; one that is gone is no fault. */
export async function removeFromRoom(name: string): Promise<void> {
  try {
    await (await folder()).removeEntry(name);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "NotFoundError") throw error;
  }
}

/** Takes away what a page that was closed left behind; also where the clock has been put back since. */
export async function tidyRoom(nowMs: number): Promise<void> {
  await removeWhere((name) => !(Math.abs(nowMs - Number.parseInt(name, 10)) <= keptMs));
}

/** Takes everything away. What a worker is writing at this moment goes with it when it ends. */
export async function emptyRoom(): Promise<void> {
  await removeWhere(() => true);
}

async function removeWhere(isMeant: (name: string) => boolean): Promise<void> {
  const directory = (await folder()) as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
  const names: string[] = [];
  for await (const name of directory.keys()) if (isMeant(name)) names.push(name);
  for (const name of names) {
    try {
      await removeFromRoom(name);
    } catch (error) {
      // A file that is open cannot be removed.
      if (!(error instanceof DOMException) || error.name !== "NoModificationAllowedError") throw error;
    }
  }
}
