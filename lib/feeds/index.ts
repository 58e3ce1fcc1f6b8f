export { isGone, tooLarge } from "./feed-problem.ts";
export type { FeedAccess } from "./get-file.ts";
export { type ReadBucket, readBucket } from "./read-bucket.ts";
export { type ReadDaily, readDaily, readDailyDelta, stepsFrom } from "./read-daily.ts";
export { nextSegment, readHead, readSegment } from "./read-feed.ts";
