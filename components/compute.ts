import type { ComputeMessages } from "../lib/messages/compute.ts";
import { WorkerClient } from "./worker-client.ts";

let client: WorkerClient<ComputeMessages> | undefined;

/** What would make a page stutter: the one compute worker of this page. */
export function compute(): WorkerClient<ComputeMessages> {
  client ??= new WorkerClient("compute", () => new Worker("/compute.js"));
  return client;
}
