import { z } from "zod";

/** How far a badge stands from the top of the window, as a share of its height. */
export const BadgePosition = z.number().min(0).max(1);

/** Where a badge is hidden: in this document, on this site, on every site. */
export const HideScope = z.enum(["once", "site", "everywhere"]);

// The argument of `reportPage` is `RawPageSchema`; the other page messages carry none.
