import { z } from "zod";
import { mostMembers } from "../model/person.ts";
import { fileTime } from "./sealed-file.ts";

/** As people are, in files: bounded, because a file can hold anything. */
const author = z.string().regex(/^[\da-f]{32}$/);
const kid = z.string().max(300);
const name = z.string().max(200);

export const CircleMember = z.object({ author, kid: kid.optional(), name: name.optional() });

export const Person = z.object({
  author,
  kid: kid.optional(),
  choice: z.enum(["followed", "muted"]),
  name: name.optional(),
  petname: name.optional(),
  proven: z
    .array(z.object({ address: z.string().max(2048), seenAt: fileTime }))
    .max(100)
    .optional(),
  circle: z.object({ people: z.array(CircleMember).max(mostMembers), at: fileTime }).optional(),
  at: fileTime,
});
