import type { ReactiveControllerHost } from "lit";
import type { SourceInfo } from "../../lib/model/search.ts";
import { command } from "../commands.ts";

/** What is known of the public APIs. Until it is, and where it cannot be, their ids have to do. */
export class SourcesController {
  readonly #host: ReactiveControllerHost;
  #isAsked = false;
  #sources: ReadonlyMap<string, SourceInfo> = new Map();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  nameOf(source: string): string {
    return this.#of(source)?.name ?? source;
  }

  /** Who is named beside what comes from there, and under which licence it stands. */
  creditOf(source: string): string | undefined {
    const info = this.#of(source);
    return info && `${info.attribution} (${info.licence})`;
  }

  #of(source: string): SourceInfo | undefined {
    // Asked for when one is first needed: most of the time none is.
    if (!this.#isAsked) void this.#read();
    return this.#sources.get(source);
  }

  async #read(): Promise<void> {
    this.#isAsked = true;
    const sources = await command("listSources");
    if (!sources.ok) return;
    this.#sources = new Map(sources.value.map((info) => [info.id, info]));
    this.#host.requestUpdate();
  }
}
