export { isGone } from "./feed-problem.ts";
export { type FeedAccess, nextSegment, readDaily, readHead, readSegment } from "./read-feed.ts";
