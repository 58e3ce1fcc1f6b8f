import type { UiHandlers } from "../../lib/app/ui-commands.ts";
import type { ResearchDatabase } from "../../lib/db/research.ts";
import { problem, type Result } from "../../lib/model/result.ts";

const unbuilt = async (): Promise<Result<never>> => problem("bug", { reason: "recording" });

/** What the workspace and the sidebar may ask of a recording. */
export function researchCommands(
  _research: ResearchDatabase,
): Pick<UiHandlers, "startRecording" | "pauseRecording" | "resumeRecording" | "stopRecording"> {
  return {
    startRecording: unbuilt,
    pauseRecording: unbuilt,
    resumeRecording: unbuilt,
    stopRecording: unbuilt,
  };
}
