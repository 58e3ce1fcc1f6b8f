import type { Draft } from "../../lib/db/personal-rows.ts";
import type { PageSubject } from "../../lib/model/subject.ts";
import { t } from "../../lib/i18n.ts";

/** What one writes about: a subject of the page, or a review that is answered or replaced. */
export type DraftTarget = Pick<Draft, "subjectKey" | "subject" | "title" | "editOf" | "replyTo">;

/** `undefined` where the network has no address for the subject. */
export function targetOf({ name, subject, keys: [subjectKey] }: PageSubject): DraftTarget | undefined {
  if (subject === undefined || subjectKey === undefined) return undefined;
  return { subjectKey, subject, title: name };
}

export function replyTarget(signature: string, name: string): DraftTarget {
  const subject = `urn:maresi:${signature}`;
  return { subjectKey: subject, subject, title: t("reply_to", { name }), replyTo: signature };
}

/**
 * An edit has a key of its own, so that it never displaces a draft about the same subject.
 *
 * @param replyTo - Of a reply: what it answers; it has no stars then either.
 */
export function editTarget(signature: string, title: string, replyTo?: string): DraftTarget {
  const subject = `urn:maresi:${signature}`;
  const target = { subjectKey: `${subject}#edit`, subject, title, editOf: signature };
  return replyTo === undefined ? target : { ...target, replyTo };
}

export function newDraft(target: DraftTarget, nickname: string): Draft {
  return { ...target, text: "", ownExperience: false, affiliated: false, nickname, updatedAt: 0 };
}

/** Whether nothing was said yet: a nickname or a tick alone says nothing. */
export function isEmptyDraft({ stars, text }: Draft): boolean {
  return stars === undefined && text.trim() === "";
}
