import { dayOf } from "../../../lib/model/day.ts";
import { signatureKey } from "../../../lib/reviews/signature.ts";
import { openStorage } from "../storage/open-storage.ts";
import { UsageError, type Command } from "./command.ts";
import { storageOf, storageOptions, text } from "./settings.ts";

export const remove: Command = {
  name: "remove",
  usage: "--signature S --reason R [--storage WHERE]",
  summary:
    "Take a review and its edits out for good, and never take them in again. The reason is public: it travels in the feed.",
  options: { ...storageOptions, signature: { type: "string" }, reason: { type: "string" } },
  async run(flags, _positionals, surroundings) {
    const [signature, reason] = [text(flags["signature"]), text(flags["reason"])];
    if (signature === undefined || reason === undefined) {
      throw new UsageError("remove needs --signature S and --reason R.");
    }
    if (reason.length > 500) throw new UsageError("A reason has at most 500 characters.");
    const storage = await openStorage(storageOf(flags, surroundings));
    try {
      const day = dayOf(Date.now());
      const count = await storage.remove({ signatureKey: signatureKey(signature), reason, day });
      if (count === 0) throw new UsageError("No review with this signature is here.");
      surroundings.print(`${count} removed. Publish the feed again where it is static.`);
    } finally {
      await storage.close();
    }
  },
};
