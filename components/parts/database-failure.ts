import { databaseErrorOf } from "../../lib/db/database-error.ts";
import { problemText } from "./problem-text.ts";

/** Does something with a database. @returns Why it could not, in words; empty where it could. Bugs are thrown on. */
export async function databaseFailure(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return "";
  } catch (error) {
    const fault = databaseErrorOf(error);
    if (!fault) throw error;
    return problemText(fault.problem);
  }
}
