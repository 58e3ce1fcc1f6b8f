import { z } from "zod";
import type { ProfileHeader } from "../model/profile.ts";

/** What the reader of profiles may send: the bounds of `lib/detect/profile-header.ts`, checked again. */
export const ProfileHeaderSchema: z.ZodType<ProfileHeader> = z.object({
  url: z.string().max(4096),
  name: z.string().max(200).optional(),
  description: z.string().max(2000).optional(),
  links: z.array(z.string().max(2048)).max(12),
  mark: z.string().max(100).optional(),
});
