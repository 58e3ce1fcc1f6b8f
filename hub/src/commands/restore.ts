import { readFile } from "node:fs/promises";
import { dayOf } from "../../../lib/model/day.ts";
import { UsageError, type Command } from "./command.ts";
import { storageOptions, text } from "./settings.ts";
import { keyOf, signatureOf, withStorage } from "./with-storage.ts";

export const restore: Command = {
  name: "restore",
  usage: "--signature S [--tokens FILE] [--storage WHERE]",
  summary:
    "Take a removal back, as after an appeal: signed and public like the removal. What was not kept aside comes from FILE (a token a line), or may be handed in again.",
  options: { ...storageOptions, signature: { type: "string" }, tokens: { type: "string" } },
  async run(flags, _positionals, surroundings) {
    const signatureKey = signatureOf(flags, "restore");
    const file = text(flags["tokens"]);
    const tokens = file === undefined ? [] : (await readFile(file, "utf8")).split(/\s+/);
    const key = await keyOf(flags, surroundings);
    await withStorage(flags, surroundings, async (storage) => {
      const day = dayOf(Date.now());
      const sign = key && { sign: key.sign };
      const { lifted, back } = await storage.restore({ signatureKey, day, tokens, ...sign });
      if (lifted === 0) throw new UsageError("Nothing with this signature was removed.");
      surroundings.print(
        `${lifted} removals lifted, ${back} tokens are back. Publish the feed again where it is static.`,
      );
    });
  },
};
