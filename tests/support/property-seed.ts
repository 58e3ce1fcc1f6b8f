import { configureGlobal } from "fast-check";

/**
 * Property tests try the same examples in every run, so that a red run is about the change it tests. To hunt for
 * new counterexamples: `BACKTALK_SEED=random npx vitest run --project unit`, or the seed that a hunt printed.
 */
const said = process.env["BACKTALK_SEED"];

configureGlobal({ seed: said === "random" ? Date.now() % 2 ** 31 : Number(said ?? 20_261_127) });
