import type { Work } from "../database.ts";
import { up as reviews } from "./0001-reviews.ts";
import { up as search } from "./0002-search.ts";
import { up as moderation } from "./0003-moderation.ts";

/** In order; the place in the list is the version it leads to. Never edit a released one: add the next. */
export const migrations: readonly ((work: Work) => Promise<void>)[] = [reviews, search, moderation];
