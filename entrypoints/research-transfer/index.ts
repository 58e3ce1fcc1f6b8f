import { z } from "zod";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveTransfers } from "../../lib/app/research/serve-transfers.ts";
import { openResearch } from "../../lib/db/research.ts";
import { logBug } from "../../lib/log.ts";
import { fileInRoom, newRoomFile, tidyRoom } from "../../lib/research/transfer/room.ts";
import { reportFacts } from "../../lib/research/report/gather-facts.ts";
import { reportFiles } from "../../lib/research/report/write-report.ts";
import { QueryService } from "../../lib/research/store/query-service.ts";
import { TransferService } from "../../lib/research/transfer/transfer-service.ts";
import { siteOf } from "../../lib/sites/index.ts";

const siteName = (id: string): string => siteOf(id)?.name ?? id;

/** The workspace's worker for exports and imports: it reads and writes the database itself, and files piece by piece. */
export default defineUnlistedScript(() => {
  // Zod would try `new Function`, which our policy forbids and reports.
  z.config({ jitless: true });
  tidyRoom(Date.now()).catch((error: unknown) => logBug("tidying the room of exports", error));
  const db = openResearch();
  const queries = new QueryService(db, (cause) => logBug("keeping the index of a collection", cause));
  serveTransfers(
    globalThis,
    new TransferService({
      db,
      report: async ({ collection, filter }, extension, signal) => {
        const order = { db, queries, collection, filter, extension, siteName, now: Date.now() };
        const facts = await reportFacts(order, signal);
        return facts ? reportFiles(facts) : new Map();
      },
      now: Date.now,
      newFile: () => newRoomFile(Date.now()),
      read: fileInRoom,
    }),
  );
});
