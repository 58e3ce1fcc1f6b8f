import type { ReactiveControllerHost } from "lit";
import { command } from "../commands.ts";

/** What people call the public APIs. Until that is known, and where it cannot be, their ids have to do. */
export class SourceNamesController {
  readonly #host: ReactiveControllerHost;
  #isAsked = false;
  #names: ReadonlyMap<string, string> = new Map();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  nameOf(source: string): string {
    // Asked for when a name is first needed: most of the time none is.
    if (!this.#isAsked) void this.#read();
    return this.#names.get(source) ?? source;
  }

  async #read(): Promise<void> {
    this.#isAsked = true;
    const sources = await command("listSources");
    if (!sources.ok) return;
    this.#names = new Map(sources.value.map(({ id, name }) => [id, name]));
    this.#host.requestUpdate();
  }
}
