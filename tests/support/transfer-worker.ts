import { serveTransfers } from "../../lib/app/research/serve-transfers.ts";
import { openResearch } from "../../lib/db/research.ts";
import { fileInRoom, newRoomFile } from "../../lib/research/transfer/room.ts";
import { TransferService } from "../../lib/research/transfer/transfer-service.ts";

// As `entrypoints/research-transfer`, for tests of elements.
serveTransfers(
  globalThis,
  new TransferService({
    db: openResearch(),
    now: Date.now,
    newFile: () => newRoomFile(Date.now()),
    read: fileInRoom,
  }),
);
