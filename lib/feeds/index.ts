export { isGone } from "./feed-problem.ts";
export {
  type FeedAccess,
  nextSegment,
  readDaily,
  readHead,
  type ReadHead,
  readSegment,
} from "./read-feed.ts";
