import type { Allowance } from "../src/http/rate-limit.ts";
import { startHub, type RunningHub, type StartHubOptions } from "../src/start-hub.ts";

/** A hub of its own for a test, and short ways to talk to it. */
export interface TestHub extends RunningHub {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  put(jwt: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  json<T = unknown>(path: string): Promise<T>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface ReviewsBody {
  readonly reviews: readonly {
    readonly signature: string;
    readonly jwt: string;
    readonly kid: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly scheme: string;
    readonly geo: unknown;
    readonly original_sub?: string;
  }[];
  readonly issuers: Readonly<Record<string, unknown>> | null;
  readonly maresi_subjects: Readonly<Record<string, unknown>> | null;
}

export async function testHub(options: Partial<StartHubOptions> = {}): Promise<TestHub> {
  const rateLimit: Allowance | false = false;
  const hub = await startHub({ storage: "memory", rateLimit, feedHeadMaxAgeMs: 0, ...options });
  const get: TestHub["get"] = (path, headers = {}) => fetch(`${hub.url}${path}`, { headers });
  return {
    ...hub,
    get,
    put: (jwt, headers = {}) => fetch(`${hub.url}/submit/${jwt}`, { method: "PUT", headers }),
    json: async <T>(path: string) => (await get(path, { Accept: "application/json" })).json() as Promise<T>,
    [Symbol.asyncDispose]: () => hub.close(),
  };
}
