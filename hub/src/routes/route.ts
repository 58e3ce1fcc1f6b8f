import type { Context } from "hono";
import type { Hub } from "../hub.ts";

export interface RouteParameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
}

export interface RouteReply {
  readonly description: string;
  /** Media types; none for an empty body. */
  readonly types?: readonly string[];
  /** Name of a schema of openapi/schemas.ts. */
  readonly schema?: string;
}

/** One row of the table that the server, the OpenAPI description, the metrics and the docs page are made from. */
export interface Route {
  readonly method: "get" | "put" | "post";
  /** Hono's spelling. A parameter at the end may hold slashes: `/subject/:sub{.+}`. */
  readonly path: string;
  readonly group: "Reviews" | "Feeds" | "Moderation" | "Operation";
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly RouteParameter[];
  /** Name of the schema of a JSON body. */
  readonly body?: string;
  readonly replies: Readonly<Record<number, RouteReply>>;
  /** Which allowance a request is taken from; `free` ones answer monitors. */
  readonly allowance: "reads" | "writes" | "free";
  /** How much it takes, 1 unless said. */
  cost?(context: Context): number;
  handle(context: Context, hub: Hub): Promise<Response> | Response;
}

export const badRequest: RouteReply = {
  description: "Why it cannot be done, in words.",
  types: ["text/plain"],
};
