/** Bounds of what an adapter reads: a page is free to be endless, a post is not. */
export const maxTextLength = 5_000;
export const maxNameLength = 200;
export const maxUrlLength = 2_048;
export const maxLinks = 30;
export const maxMedia = 12;
/** Nodes looked at for one text; the longest real posts have a few hundred. */
export const maxTextNodes = 3_000;
export const maxTextDepth = 120;
