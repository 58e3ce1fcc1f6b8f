import { startHub } from "../start-hub.ts";
import type { Command } from "./command.ts";
import { floodsOf, numberOf, rateLimitOf, storageOf, storageOptions, text } from "./settings.ts";
import { keyOf } from "./with-storage.ts";

export const serve: Command = {
  name: "serve",
  usage: "[--storage WHERE] [--port N] [--host ADDRESS] [--name NAME] [--daily FILE]",
  summary: "Run the server.",
  options: {
    ...storageOptions,
    port: { type: "string" },
    host: { type: "string" },
    name: { type: "string" },
    daily: { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const { env, log } = surroundings;
    const key = await keyOf(flags, surroundings);
    const dailyFile = text(flags["daily"]) ?? env["HUB_DAILY_FILE"];
    const hub = await startHub({
      storage: storageOf(flags, surroundings),
      port: numberOf(text(flags["port"]) ?? env["PORT"], "port", 8080),
      host: text(flags["host"]) ?? env["HOST"] ?? "127.0.0.1",
      name: text(flags["name"]) ?? env["HUB_NAME"] ?? "Backtalk hub",
      rateLimit: rateLimitOf(surroundings),
      floods: floodsOf(surroundings),
      ...(key && { key }),
      trustedProxies: numberOf(env["HUB_TRUSTED_PROXIES"], "HUB_TRUSTED_PROXIES", 0),
      ...(dailyFile !== undefined && { dailyFile }),
      log,
    });
    await surroundings.stopped();
    log.info("stopping");
    await hub.close();
    log.info("stopped");
  },
};
