import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { Hashed, type ByteSink } from "./hashed.ts";

/** A file that stands in the archive. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** Where offsets of 32 bits end. The library writes none that are longer, and archives beyond would be damaged. */
const largest = 0xff_ff_ff_ff;
/** Of 16 bits: how many files there can be. */
const mostFiles = 0xff_ff;

/** Years that a date in an archive can say; clocks may stand anywhere. A day off either end, for time zones. */
const earliest = Date.UTC(1980, 0, 2);
const latest = Date.UTC(2099, 11, 30);

/** More than an archive holds. */
export class ArchiveFullError extends Error {
  override readonly name = "ArchiveFullError";
}

/** Writes a ZIP archive as its files come, holding one piece of one file. */
export class ZipWriter {
  readonly files: ZippedFile[] = [];
  readonly #sink: ByteSink;
  readonly #zip: Zip;
  readonly #modifiedAt: number;
  #pieces: Uint8Array[] = [];
  #written = 0;

  /** @param modifiedAt - Epoch ms; what every file is dated. */
  constructor(sink: ByteSink, modifiedAt: number) {
    this.#sink = sink;
    this.#modifiedAt = Math.min(Math.max(modifiedAt, earliest), latest);
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#pieces.push(bytes);
    });
  }

  /** @param isPacked - It is compressed already and is stored as it is, so that readers can look into it in place. */
  async add(path: string, content: AsyncIterable<Uint8Array>, isPacked = false): Promise<ZippedFile> {
    if (this.files.length >= mostFiles) throw new ArchiveFullError();
    const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = this.#modifiedAt;
    this.#zip.add(entry);
    const hashed = new Hashed();
    for await (const bytes of content) {
      hashed.add(bytes);
      entry.push(bytes);
      await this.#drain();
    }
    entry.push(new Uint8Array(), true);
    await this.#drain();
    const file = { path, bytes: hashed.bytes, hash: hashed.hex() };
    if (hashed.bytes > largest) throw new ArchiveFullError();
    this.files.push(file);
    return file;
  }

  async addText(path: string, text: string): Promise<ZippedFile> {
    return this.add(path, once(new TextEncoder().encode(text)));
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#drain();
  }

  async #drain(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const piece of pieces) {
      this.#written += piece.byteLength;
      if (this.#written > largest) throw new ArchiveFullError();
      await this.#sink.write(piece);
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
