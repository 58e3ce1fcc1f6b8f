import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { routePath } from "hono/route";
import { clientAddress } from "./http/client-address.ts";
import type { RateLimiter } from "./http/rate-limit.ts";
import { Refusal } from "./http/refusal.ts";
import type { Hub } from "./hub.ts";
import { routes } from "./routes/index.ts";
import type { Route } from "./routes/route.ts";
import { heldHeader } from "./routes/submit.ts";

export interface AppOptions {
  readonly rateLimiter: RateLimiter | undefined;
}

/** The hub as a function from requests to answers. */
export function createApp(hub: Hub, options: AppOptions): Hono {
  const app = new Hono();
  app.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "PUT", "POST", "OPTIONS"],
      exposeHeaders: ["ETag", "Retry-After", heldHeader],
      maxAge: 86_400,
    }),
  );
  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    setSafetyHeaders(context);
    account(hub, context, performance.now() - startedAt);
  });
  app.use(async (context, next) => {
    if (context.req.url.length > hub.limits.urlLength) throw new Refusal(414, "The address is too long.");
    await next();
  });
  app.use(bodyLimit({ maxSize: hub.limits.bodyBytes, onError: () => tooLarge() }));
  for (const route of routes) mount(app, hub, route, options);
  app.notFound((context) => context.text("There is nothing here. See /docs.", 404));
  app.onError((error, context) => answerError(hub, error, context));
  return app;
}

function mount(app: Hono, hub: Hub, route: Route, { rateLimiter }: AppOptions): void {
  app.on(route.method.toUpperCase(), route.path, async (context) => {
    if (rateLimiter && route.allowance !== "free") {
      const address = clientAddress(context, hub.trustedProxies);
      const waitSeconds = rateLimiter.take(address, route.allowance, route.cost?.(context) ?? 1);
      if (waitSeconds > 0)
        throw new Refusal(429, `Too many requests. Try again in ${waitSeconds} s.`, waitSeconds);
    }
    return route.handle(context, hub);
  });
}

/** By the route's pattern: the path itself says what somebody reads or writes, and is nobody's business. */
function account(hub: Hub, context: Context, ms: number): void {
  const matched = routePath(context, -1);
  const route = routes.some(({ path }) => path === matched) ? matched : "none";
  const { status } = context.res;
  hub.metrics.request(route, context.req.method, status, ms / 1000);
  hub.log.info("request", { method: context.req.method, route, status, ms: Math.round(ms * 10) / 10 });
}

function setSafetyHeaders(context: Context): void {
  const { headers } = context.res;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", "default-src 'none'");
}

function tooLarge(): Response {
  return new Response("The body is too large.", { status: 413, headers: { "Content-Type": "text/plain" } });
}

function answerError(hub: Hub, error: Error, context: Context): Response {
  const headers = { "Cache-Control": "no-store" };
  if (error instanceof Refusal) {
    const { message, status, retryAfterSeconds: wait } = error;
    if (wait !== undefined) context.header("Retry-After", String(wait));
    return context.text(message, status, headers);
  }
  hub.log.error("bug", error);
  // The cause may quote what is stored; whoever runs the hub finds it in the log.
  return context.text("Database error: see the server's log.", 500, headers);
}
