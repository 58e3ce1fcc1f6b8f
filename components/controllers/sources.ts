import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Problem } from "../../lib/model/result.ts";
import type { SourceInfo } from "../../lib/model/search.ts";
import { command } from "../commands.ts";

/** Names and licences of the public APIs, asked for once when its host appears. */
export class SourcesController implements ReactiveController {
  /** `undefined` until they are known. */
  value: readonly SourceInfo[] | undefined;
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.value) void this.load();
  }

  byId(id: string): SourceInfo | undefined {
    return this.value?.find((source) => source.id === id);
  }

  async load(): Promise<void> {
    const result = await command("listSources");
    if (result.ok) this.value = result.value;
    this.problem = result.ok ? undefined : result.error;
    this.#host.requestUpdate();
  }
}
