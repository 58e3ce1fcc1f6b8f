/** What stands before a word and changes how strong it is, or turns it round. From VADER (Hutto & Gilbert 2014). */

/** By how much a degree adverb shifts a valence: the authors' empirical mean. */
export const boost = 0.293;
/** The same for a word in capitals among others that are not. */
export const capitalBoost = 0.733;
/** What a negation leaves of a valence: "not great" is less bad than "great" is good. */
export const negationFactor = -0.74;

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

const strengthening = words(`
  absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely especially
  exceptionally extremely fabulously flippin flipping frackin fracking fricking frickin friggin frigging
  fucking fuckin fully greatly hella highly hugely incredibly intensely major majorly more most
  particularly purely quite really remarkably so substantially thoroughly totally tremendously uber
  unbelievably unusually utter utterly very insanely ridiculously`);
const weakening = words(`
  almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
  scarcely slight slightly somewhat sorta sortof sort-of fairly rather`);

/** Degree adverbs, by their shift. */
export const boosters: ReadonlyMap<string, number> = new Map([
  ...strengthening.map((word) => [word, boost] as const),
  ...weakening.map((word) => [word, -boost] as const),
]);

const negating: ReadonlySet<string> = new Set(
  words(`
  aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt shant
  shouldnt wasnt werent wont wouldnt neither never none nope nor not nothing nowhere uhuh uh-uh without rarely seldom
  despite no nobody`),
);

export function negates(word: string): boolean {
  return negating.has(word) || word.endsWith("n't");
}
