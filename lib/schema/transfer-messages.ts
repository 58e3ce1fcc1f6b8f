import { z } from "zod";
import { exportFormats } from "../model/research/transfer.ts";
import { ResearchRequestSchema } from "./research-messages.ts";

const id = z.int().nonnegative();
const name = z.string().max(500);
const passphrase = z.string().min(1).max(1000).optional();
/** What co-mentions are asked by is a filter. */
const Filter = ResearchRequestSchema.options[2].shape.data;
/** What a worker cannot know by itself. */
const context = { channel: z.string().max(100), extension: z.string().max(60) };

const Source = z.object({ file: z.instanceof(Blob), name, passphrase });

/** What a page may ask of the worker that it has started for exports and imports. */
export const TransferRequestSchema = z.discriminatedUnion("name", [
  z.object({
    id,
    name: z.literal("export"),
    data: z.object({
      ...context,
      collection: z.string().max(100),
      filter: Filter,
      seqs: z.custom<Uint32Array<ArrayBuffer>>((value) => value instanceof Uint32Array).optional(),
      kind: z.enum(["folder", "file"]),
      formats: z.array(z.enum(exportFormats)).min(1),
      columns: z.array(name).max(200).optional(),
      forSpreadsheets: z.boolean(),
      passphrase,
    }),
  }),
  z.object({ id, name: z.literal("inspect"), data: Source }),
  z.object({
    id,
    name: z.literal("import"),
    data: Source.extend({
      ...context,
      target: z.union([
        z.object({ id: z.string().max(100) }),
        z.object({ newName: z.string().min(1).max(200), coder: z.string().max(100) }),
      ]),
      isVouchedFor: z.boolean(),
    }),
  }),
  z.object({ id, name: z.literal("cancel") }),
]);
