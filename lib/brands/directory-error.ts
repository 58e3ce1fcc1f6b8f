/**
 * Why the directory cannot be read. `missing`: a file is not there or cannot be fetched; `corrupt`: its bytes
 * contradict themselves; `mixed`: it is of another build than the head.
 */
export type DirectoryFault = "missing" | "corrupt" | "mixed";

/** Thrown by every look-up whose file is unreadable. A failed read is not remembered: the next one tries again. */
export class DirectoryError extends Error {
  override readonly name = "DirectoryError";
  readonly fault: DirectoryFault;
  /** Path of the file inside the directory. */
  readonly file: string;
  constructor(fault: DirectoryFault, file: string, options?: ErrorOptions) {
    super(`brand directory: ${file} is ${fault}`, options);
    this.fault = fault;
    this.file = file;
  }
}
