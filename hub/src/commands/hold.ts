import { dayOf } from "../../../lib/model/day.ts";
import { subjectOfReview } from "../../../lib/reviews/kind.ts";
import { schemeOf } from "../subject.ts";
import { UsageError, type Command, type Flags } from "./command.ts";
import { storageOptions, text } from "./settings.ts";
import { dayFlag, signatureOf, withStorage } from "./with-storage.ts";

const options = {
  ...storageOptions,
  subject: { type: "string" },
  signature: { type: "string" },
} as const;

export const hold: Command = {
  name: "hold",
  usage: "--subject URI | --signature S [--until DAY] [--storage WHERE]",
  summary:
    "Keep new statements about a subject, or about one review, from being published until somebody has looked; replies and votes below too. Flags and deletes pass. With --until it ends by itself after that day.",
  options: { ...options, until: { type: "string" } },
  async run(flags, _positionals, surroundings) {
    const target = heldTarget(flags, "hold");
    const day = dayOf(Date.now());
    const untilDay = dayFlag(text(flags["until"]), "--until");
    if (untilDay !== undefined && untilDay < day) throw new UsageError("--until lies in the past.");
    await withStorage(flags, surroundings, async (storage) => {
      await storage.hold({ target, day, ...(untilDay !== undefined && { untilDay }) });
      surroundings.print(
        `On hold ${untilDay === undefined ? "until released" : `through ${untilDay}`}: ${target}`,
      );
    });
  },
};

export const release: Command = {
  name: "release",
  usage: "--subject URI | --signature S [--storage WHERE]",
  summary:
    "End a hold and publish what waited, in the order in which it came. Remove before what must not be published.",
  options,
  async run(flags, _positionals, surroundings) {
    const target = heldTarget(flags, "release");
    await withStorage(flags, surroundings, async (storage) => {
      const published = await storage.release(target);
      if (published === undefined) throw new UsageError("There is no hold on this.");
      surroundings.print(`Released: ${published} published.`);
    });
  },
};

function heldTarget(flags: Flags, command: string): string {
  const subject = text(flags["subject"]);
  const isReview = flags["signature"] !== undefined;
  if ((subject === undefined) !== isReview)
    throw new UsageError(`${command} needs --subject URI or --signature S, and not both.`);
  if (subject === undefined) return subjectOfReview(signatureOf(flags, command));
  const scheme = schemeOf(subject);
  if ("refusal" in scheme) throw new UsageError(scheme.refusal);
  return subject;
}
