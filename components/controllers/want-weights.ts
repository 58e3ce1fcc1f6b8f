import type { ReactiveControllerHost } from "lit";
import type { WeighGroup } from "../../lib/model/weighing.ts";
import { command } from "../commands.ts";

/**
 * Tells the background whose score a host shows, once for each list: what was not weighed yet, or not as it is now,
 * is weighed, and live queries bring it. Nothing waits for the answer.
 *
 * @param groups - `undefined` while they are not known, and where nothing may be kept: in private windows and in
 *   frames in pages.
 */
export function wantWeights(
  host: ReactiveControllerHost,
  groups: () => readonly WeighGroup[] | undefined,
): void {
  let told = "[]";
  host.addController({
    hostUpdated() {
      const plain = groups()?.map(({ keys, brandId }): WeighGroup => ({ keys, brandId }));
      const wanted = JSON.stringify(plain ?? []);
      if (!plain || wanted === told) return;
      told = wanted;
      void tell(plain);
    },
  });
}

async function tell(groups: readonly WeighGroup[]): Promise<void> {
  const result = await command("wantWeights", groups);
  // What was weighed last, or everyone's voice alike, stands meanwhile.
  if (!result.ok) console.error("[weights]", result.error);
}
