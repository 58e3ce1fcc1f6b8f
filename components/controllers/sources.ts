import type { ReactiveControllerHost } from "lit";
import type { Problem } from "../../lib/model/result.ts";
import type { SourceInfo } from "../../lib/model/search.ts";
import { command } from "../commands.ts";

/**
 * What is known of the public APIs. Asked for when one is first needed: most of the time none is. Until it is known, and
 * where it cannot be, their ids have to do.
 */
export class SourcesController {
  /** Why they are not known, where they cannot be. */
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  #isAsked = false;
  #sources: readonly SourceInfo[] | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** All of them; `undefined` until they are known. */
  get value(): readonly SourceInfo[] | undefined {
    if (!this.#isAsked) void this.load();
    return this.#sources;
  }

  byId(id: string): SourceInfo | undefined {
    return this.value?.find((source) => source.id === id);
  }

  nameOf(id: string): string {
    return this.byId(id)?.name ?? id;
  }

  /** Who is named beside what comes from there, and under which licence it stands. */
  creditOf(id: string): string | undefined {
    const info = this.byId(id);
    return info && `${info.attribution} (${info.licence})`;
  }

  async load(): Promise<void> {
    this.#isAsked = true;
    const sources = await command("listSources");
    if (sources.ok) this.#sources = sources.value;
    this.problem = sources.ok ? undefined : sources.error;
    this.#host.requestUpdate();
  }
}
