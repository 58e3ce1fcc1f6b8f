import { ProblemError } from "../../errors.ts";
import { refused } from "../../model/refusal.ts";
import type { ImportSource } from "../../model/research/transfer.ts";
import { problem, type Result } from "../../model/result.ts";
import { decryptStream } from "../privacy/encrypt.ts";
import { type Folder, type ItemsFile, openFolder } from "./folder.ts";
import { isEncrypted, type ItemsKind, kindOf } from "./kinds.ts";

/** Room for a file that has to be opened before it can be looked into. */
export type Scratch = () => Promise<ScratchFile>;

export interface ScratchFile {
  readonly writable: WritableStream<Uint8Array>;
  /** What was written, once the stream is closed. */
  read(): Promise<Blob>;
  remove(): Promise<void>;
}

/** A file that can be read from. */
export interface OpenedFile {
  /** Opened, where it was encrypted. */
  readonly file: Blob;
  readonly folder: Folder | undefined;
  readonly kind: ItemsKind;
  readonly items: readonly ItemsFile[];
  /** Takes away what was written for it. */
  close(): Promise<void>;
}

/**
 * Finds out what a file is. `refused` (`passphrase`): it is encrypted and does not open; `bad-shape`: `format` for what
 * nothing here reads, `newer`, `damaged`, `bomb`, or `empty` for a folder without items.
 */
export async function openFile(source: ImportSource, scratch: Scratch): Promise<Result<OpenedFile>> {
  if (!(await isEncrypted(source.file))) return openPlain(source.file, source.name, async () => {});
  if (!source.passphrase) return refused("passphrase");
  const room = await scratch();
  try {
    await source.file.stream().pipeThrough(decryptStream(source.passphrase)).pipeTo(room.writable);
  } catch (error) {
    await room.remove();
    if (error instanceof ProblemError) return { ok: false, error: error.problem };
    throw error;
  }
  const opened = await openPlain(await room.read(), source.name, () => room.remove());
  if (!opened.ok) await room.remove();
  return opened;
}

async function openPlain(file: Blob, name: string, close: () => Promise<void>): Promise<Result<OpenedFile>> {
  const kind = await kindOf(file);
  if (!kind) return problem("bad-shape", { reason: "format" });
  if (kind !== "folder") {
    const whole: ItemsFile = { path: name, packedSize: file.size, open: async () => file };
    return { ok: true, value: { file, folder: undefined, kind, items: [whole], close } };
  }
  const folder = await openFolder(file);
  if (!folder.ok) return folder;
  if (!folder.value.kind) return problem("bad-shape", { reason: "empty" });
  return {
    ok: true,
    value: { file, folder: folder.value, kind: folder.value.kind, items: folder.value.items, close },
  };
}
