// `npm test`: set up, then everything. See scripts/test/main.ts.
import { setUpAndRun } from "./setup.mjs";

setUpAndRun("scripts/test/main.ts", { firefox: true });
