import type { FeedFile } from "./segment.ts";

/** Bytes of bodies kept in memory. A full segment has about one megabyte. */
const mostBytes = 64_000_000;

export interface FileCache {
  get(path: string): FeedFile | undefined;
  put(file: FeedFile): void;
}

/**
 * Files made lately, the ones asked for longest ago dropped first. It also lets a reader who has just read
 * the head fetch the tail it names although the tail has grown since.
 */
export function createFileCache(): FileCache {
  const files = new Map<string, FeedFile>();
  let bytes = 0;
  return {
    get(path) {
      const file = files.get(path);
      if (file) {
        files.delete(path);
        files.set(path, file);
      }
      return file;
    },
    put(file) {
      if (files.has(file.path)) return;
      files.set(file.path, file);
      bytes += file.body.length;
      for (const [path, oldest] of files) {
        if (bytes <= mostBytes || path === file.path) break;
        files.delete(path);
        bytes -= oldest.body.length;
      }
    },
  };
}
