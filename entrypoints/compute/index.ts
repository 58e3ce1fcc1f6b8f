import { z } from "zod";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveCompute } from "../../lib/app/compute/serve.ts";
import { TopicService } from "../../lib/app/compute/topic-service.ts";
import { WeighService } from "../../lib/app/compute/weigh-service.ts";
import { openCommunity } from "../../lib/db/community.ts";

/** The dedicated worker of an extension page: what would make the page stutter. It reads the database itself. */
export default defineUnlistedScript(() => {
  // Zod would try `new Function`, which our policy forbids and reports.
  z.config({ jitless: true });
  const community = openCommunity();
  serveCompute(globalThis, {
    topics: new TopicService(community),
    weights: new WeighService(community, Date.now),
  });
});
