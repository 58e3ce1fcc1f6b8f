/**
 * Words that VADER's lexicon of 2014 lacks: what people say of things they bought, watched or were served, and slang of
 * later years in the sense that Wiktionary's English entries give. Rated by us on VADER's scale of −4…4, not by ten
 * raters. Judgements alone: a name, a kind of thing or a topic never belongs here.
 */
export const ownWords: readonly (readonly [valence: number, words: string])[] = [
  [-3, "unusable unwatchable unfunny dreck junk enshittified enshittification"],
  [
    -2.5,
    "overpriced faulty defective counterfeit scammer scammers flimsy shoddy unreliable garbage unresponsive cringe trash mediocre pretentious cliched clichéd incoherent hackneyed",
  ],
  [
    -2,
    "crashes crashing laggy buggy glitchy tacky smells leaking leaked overrated ripoff cheaply uncomfortable underwhelming greenwashing shrinkflation unprofessional incompetent sus formulaic contrived muddled superficial bleak pointless absurd forgettable overhyped",
  ],
  [
    -1.5,
    "broke breaks breaking pricey clunky flaw flawed flaws poorly poor worn sloppy meh mid outdated lacks lacking awkward bland lackluster lacklustre uneven shallow vulgar predictable sour too-expensive generic disappointingly",
  ],
  [
    -1,
    "refund refunds returning expensive slow noisy defect defects complaint cheap wobbly scratches scratched dented crack cracked cracks peeling tedious bloated fails flat",
  ],
  [
    1,
    "lightweight compact affordable cozy cosy sleek smooth smoothly crisp handy inexpensive responsive sharp solidly delivers deserves",
  ],
  [
    1.5,
    "durable sturdy reliable reliably intuitive versatile well-made recommended recommend recommends quality goated slaps underrated lit authentic genuine unique detailed tender accessible imagination charisma genuinely",
  ],
  [
    2,
    "flawless flawlessly seamless seamlessly top-notch comfy refreshing well-built must-have gem masterful hilarious compelling engrossing poignant intriguing memorable imaginative insightful stylish tasty absorbing flair touching moving witty",
  ],
  [
    2.5,
    "gamechanger game-changer lifesaver incredible tremendous phenomenal exceptional extraordinary spectacular stellar fab unforgettable breathtaking inventive riveting",
  ],
];
