import { startHub } from "../../hub/src/start-hub.ts";
import { sampleWorld, servePages } from "../sample-world/index.ts";
import { hubHost } from "./sample-extension.ts";

/** The sample world on this machine: its hub and its sites, each under its own `.example` name. */
export interface OpenWorld {
  /** For `--host-resolver-rules`: the sample names lead here, every other name nowhere. */
  readonly hostRules: string;
  /** Statements that people of the sample world signed. */
  readonly statements: number;
  readonly sites: number;
  close(): Promise<void>;
}

export async function openWorld(): Promise<OpenWorld> {
  const world = await sampleWorld();
  const hub = await startHub({
    storage: "memory",
    name: "Sample hub",
    seedTokens: world.tokens,
    rateLimit: false,
    extras: { version: async () => 0, read: async () => world.daily },
  });
  const sites = await servePages(world, { upstreams: { [hubHost]: hub.url } });
  return {
    hostRules: `MAP *.example 127.0.0.1:${sites.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    statements: world.tokens.length,
    sites: world.pages.size,
    async close() {
      await sites.close();
      await hub.close();
    },
  };
}
