import type { Route, RouteReply } from "../routes/route.ts";
import { schemas } from "./schemas.ts";

/** Changes when what clients may rely on does. */
const apiVersion = "1.1.0";

/** Hono's path as OpenAPI spells it: `/subject/:sub{.+}` → `/subject/{sub}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}");
}

/** The description of the API, made from the table that serves it. @see https://spec.openapis.org/oas/v3.1.0 */
export function describe(routes: readonly Route[], name: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = (paths[openApiPath(route.path)] ??= {});
    path[route.method] = operation(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: name,
      version: apiVersion,
      description: "An open review server: signed reviews in, signed reviews and static feeds out.",
      license: { name: "Reviews: CC BY 4.0", identifier: "CC-BY-4.0" },
    },
    paths,
    components: { schemas },
  };
}

function operation(route: Route): object {
  return {
    tags: [route.group],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(route.parameters && {
      parameters: route.parameters.map(({ name, in: place, type, description }) => ({
        name,
        in: place,
        required: place === "path",
        description,
        schema: { type },
      })),
    }),
    ...(route.body && {
      requestBody: { required: true, content: content(["application/json"], route.body) },
    }),
    responses: Object.fromEntries(
      Object.entries(route.replies).map(([status, reply]) => [status, response(reply)]),
    ),
  };
}

function response({ description, types, schema }: RouteReply): object {
  return { description, ...(types && { content: content(types, schema) }) };
}

function content(types: readonly string[], schema: string | undefined): object {
  return Object.fromEntries(
    types.map((type) => [
      type,
      schema !== undefined && type.startsWith("application/json")
        ? { schema: { $ref: `#/components/schemas/${schema}` } }
        : { schema: { type: "string" } },
    ]),
  );
}
