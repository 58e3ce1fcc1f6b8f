import { shortestPassphrase } from "../../lib/research/privacy/seal-key.ts";
import { safestPrivacy } from "../../lib/research/collections.ts";
import type { CollectionPrivacy } from "../../lib/model/research/collection.ts";

/** What a person has chosen in the form, right or wrong. */
export interface PrivacyChoices {
  readonly pseudonymise: boolean;
  /** Originals are sealed to a key that is made for it. */
  readonly seal: boolean;
  readonly passphrase: string;
  readonly repeated: string;
  readonly audience: CollectionPrivacy["audience"];
  readonly audienceNote: string;
  readonly keepMedia: boolean;
  /** Days; 0: until somebody deletes it. */
  readonly retentionDays: number;
}

export type PrivacyFault = "passphrase-short" | "passphrase-differs" | "audience-note";

/** Days to choose from, and none. */
export const retentions = [30, 90, 180, 365, 1825, 0] as const;
const aYear = 365;

/** As protected as a collection can be and still be of use. */
export const safestChoices: PrivacyChoices = {
  ...safestPrivacy,
  seal: false,
  passphrase: "",
  repeated: "",
  audienceNote: "",
  retentionDays: aYear,
};

export function choicesFor(privacy: CollectionPrivacy): PrivacyChoices {
  const { pseudonymise, keepMedia, audience, audienceNote = "", retentionDays = 0 } = privacy;
  return { ...safestChoices, pseudonymise, keepMedia, audience, audienceNote, retentionDays };
}

export function privacyFaults(choices: PrivacyChoices): readonly PrivacyFault[] {
  const { audience, audienceNote, passphrase, pseudonymise, repeated, seal } = choices;
  const faults: PrivacyFault[] = [];
  const seals = pseudonymise && seal;
  if (seals && passphrase.length < shortestPassphrase) faults.push("passphrase-short");
  else if (seals && passphrase !== repeated) faults.push("passphrase-differs");
  if (audience === "any" && audienceNote.trim() === "") faults.push("audience-note");
  return faults;
}

/** @param sealTo - The key that was made, or the one that the collection has. */
export function privacyOf(choices: PrivacyChoices, sealTo: JsonWebKey | undefined): CollectionPrivacy {
  const { audience, audienceNote, keepMedia, pseudonymise, retentionDays } = choices;
  return {
    pseudonymise,
    keepMedia,
    audience,
    ...(sealTo === undefined ? {} : { sealTo }),
    ...(audience === "any" ? { audienceNote: audienceNote.trim() } : {}),
    ...(retentionDays === 0 ? {} : { retentionDays }),
  };
}
