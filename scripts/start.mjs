// `npm start`: set up, then the main job in a real browser. See scripts/start/main.ts.
import { setUpAndRun } from "./setup.mjs";

setUpAndRun("scripts/start/main.ts");
