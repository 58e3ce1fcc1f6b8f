import { z } from "zod";
import { type CircleMember as Member, mostMembers, type Person as PersonRow } from "../model/person.ts";
import type { Result } from "../model/result.ts";
import { CircleMember, Person } from "./person.ts";
import { readSealedFile } from "./sealed-file.ts";

/** Reads a file of everybody that the person follows or has muted. Reasons as in `readSealedFile`. */
export async function readCircles(text: string): Promise<Result<{ readonly people: readonly PersonRow[] }>> {
  const data = z.object({ people: z.array(Person).max(100_000) });
  return readSealedFile(text, { format: "backtalk-circles", version: 1, data });
}

/** Reads a file that a friend gave: whom they follow. Reasons as in `readSealedFile`. */
export async function readGivenCircle(text: string): Promise<Result<{ readonly people: readonly Member[] }>> {
  const data = z.object({ people: z.array(CircleMember).max(mostMembers) });
  return readSealedFile(text, { format: "backtalk-circle-of-a-friend", version: 1, data });
}
