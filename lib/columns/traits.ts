/** Yes-or-no properties of a review, as bits of one byte. Stored: never renumber, only add. */
export const trait = {
  text: 1,
  ownExperience: 2,
  affiliated: 4,
  generated: 8,
  sample: 16,
  images: 32,
  edited: 64,
} as const;

export function hasTrait(traits: number, bit: number): boolean {
  return (traits & bit) !== 0;
}
