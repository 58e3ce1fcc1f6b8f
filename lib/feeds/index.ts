export { isGone } from "./feed-problem.ts";
export { type FeedAccess, nextSegment, readHead, readRemovals, readSegment } from "./read-feed.ts";
