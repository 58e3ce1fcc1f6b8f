import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import { problem } from "../../lib/model/result.ts";

/** What the workspace and the sidebar may ask of a recording. */
export function researchCommands(
  _research: ResearchDatabase,
): Pick<UiHandlers, "startRecording" | "pauseRecording" | "resumeRecording" | "stopRecording"> {
  const unbuilt = async () => problem("bug", { reason: "recording" });
  return {
    startRecording: unbuilt,
    pauseRecording: unbuilt,
    resumeRecording: unbuilt,
    stopRecording: unbuilt,
  };
}
