/**
 * Words that mean something else together. Of VADER's lexicon and its special cases (Hutto & Gilbert 2014), and of what
 * people write about things they bought; −4…4 like its words. The latter are rated by us, not by ten raters.
 */
export const phrases: Readonly<Record<string, number>> = {
  "bad ass": 1.5,
  "broken heart": -2.9,
  "bus stop": 0,
  "can't stand": -2,
  "cut the mustard": 2,
  "fed up": -1.8,
  "hand to mouth": -2,
  "kiss of death": -1.5,
  "screwed up": -1.5,
  "the bomb": 3,
  "the shit": 3,
  "to die for": 3,
  "yeah right": -2,
  "fell apart": -2.2,
  "falls apart": -2.2,
  "falling apart": -2.2,
  "came apart": -2.2,
  "gave up": -1.2,
  "let down": -1.9,
  "rip off": -2.4,
  "ripped off": -2.4,
  "stay away": -2.2,
  "stopped working": -2.2,
  "waste of money": -3,
  "waste of time": -2.8,
  "well made": 2.2,
  "works great": 2.8,
  "no problem": 1.2,
  "no problems": 1.4,
  "no complaints": 1.8,
  "no longer": -0.8,
  "not only": 0,
  "for free": 1,
};

/** Phrases that weaken what follows, as single words of `boosters` do. */
export const weakeningPhrases: readonly string[] = ["just enough", "kind of", "sort of"];
