import { z } from "zod";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveTransfers } from "../../lib/app/research/serve-transfers.ts";
import { openResearch } from "../../lib/db/research.ts";
import { logBug } from "../../lib/log.ts";
import { fileInRoom, newRoomFile, tidyRoom } from "../../lib/research/transfer/room.ts";
import { TransferService } from "../../lib/research/transfer/transfer-service.ts";

/** The workspace's worker for exports and imports: it reads and writes the database itself, and files piece by piece. */
export default defineUnlistedScript(() => {
  // Zod would try `new Function`, which our policy forbids and reports.
  z.config({ jitless: true });
  tidyRoom(Date.now()).catch((error: unknown) => logBug("tidying the room of exports", error));
  serveTransfers(
    globalThis,
    new TransferService({
      db: openResearch(),
      now: Date.now,
      newFile: () => newRoomFile(Date.now()),
      read: fileInRoom,
    }),
  );
});
