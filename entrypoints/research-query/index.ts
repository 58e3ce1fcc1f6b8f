import { z } from "zod";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveQueries } from "../../lib/app/research/serve-queries.ts";
import { openResearch } from "../../lib/db/research.ts";
import { logBug } from "../../lib/log.ts";
import { QueryService } from "../../lib/research/store/query-service.ts";

/** The workspace's dedicated worker: finds, counts and searches in collections. It reads the database itself. */
export default defineUnlistedScript(() => {
  // Zod would try `new Function`, which our policy forbids and reports.
  z.config({ jitless: true });
  const queries = new QueryService(openResearch(), (cause) => logBug("storing a collection's index", cause));
  serveQueries(globalThis, queries);
});
