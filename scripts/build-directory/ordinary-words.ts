/** Everyday words of other languages than English that some brand is called by. */
export const ordinaryElsewhere: ReadonlySet<string> = new Set(
  `penny norma action netto real plus alles billig frei frisch gut heute immer jung kauf laden leben lieb markt mein
  mutter natur neu nord ost sud west stern sonne mond haus hof holz kind kinder kuche land luft meer spar fleisch brot
  apotheke backerei bahn post kasse volksbank sparkasse stadt strasse wasser wind zeit ziel zeug casa sol luna mar cielo
  tierra agua fuego amor amigo amiga nino nina madre padre dia noche hoy siempre bueno buena bien malo todo nada uno dos
  tres cien mil claro nuevo nueva viejo grande alto bajo libre feliz vida mundo pais ciudad pueblo campo playa carne pan
  leche azucar cafe flor rosa verde azul rojo blanco negro banco caja tienda mercado ahorro exito exitos carrefour monde
  maison jour nuit soleil lune mer ciel terre eau feu amour ami amie enfant mere pere toujours bon bonne bien mal tout
  rien un deux trois cent mille clair nouveau nouvelle vieux vieille grand haut bas libre heureux vie pays ville village
  champ plage viande pain lait sucre fleur vert bleu rouge blanc noir banque caisse boutique marche orange free match
  paul bio coop conad esselunga sole mare cielo terra acqua fuoco amore amico bambino madre giorno notte oggi sempre buono
  buona bene male tutto niente due tre cento chiaro nuovo nuova vecchio alto basso libero felice vita mondo paese citta
  campo spiaggia carne pane latte zucchero fiore verde azzurro rosso bianco nero banca cassa negozio mercato tuo suo mio
  hema kruidvat albert jumbo zon maan zee lucht aarde water vuur liefde vriend kind moeder vader dag nacht vandaag altijd
  goed slecht alles niets een twee drie honderd duizend helder nieuw oud groot hoog laag vrij gelukkig leven wereld land
  stad dorp veld strand vlees brood melk suiker bloem groen blauw rood wit zwart bank winkel markt oi vivo claro tim nos
  meu minha sol lua mar ceu terra agua fogo amor amigo dia noite hoje sempre bom boa bem mau tudo nada dois tres cem mil
  novo nova velho alto baixo livre feliz vida mundo cidade campo praia carne pao leite acucar flor azul vermelho branco
  preto loja mercado dom hus sol hav himmel jord vatten eld vanner barn mor far dag natt idag alltid god bra allt inget
  en tva tre hundra tusen ny gammal stor hog lag fri lycklig liv varld land stad by falt strand kott brod mjolk socker
  blomma gron bla rod vit svart affar play play plus start stop`.split(/\s+/u),
);

/** Words that dictionaries know from the brand, or that mean it nine times in ten when written large: no words here. */
export const chieflyBrands: ReadonlySet<string> = new Set(
  `carrefour amazon tesla ford hertz chevron jeep fiat google siemens timberland chevy twitter android avast cisco dell
  gumtree xerox yahoo adobe nickelodeon playboy politico thermos energizer starburst snickers skittles cheerios marmite
  boohoo emirates prudential barbie baileys carling dockers sharpie nestle barilla technics saran kraft reebok coke pepsi
  kleenex tupperware hoover photoshop velcro kodak windex vaseline skype ebay lycra spandex walkman polaroid jacuzzi
  rolls mercedes porsche ferrari cadillac chrysler volvo toyota honda nokia panasonic motorola samsung`.split(
    /\s+/u,
  ),
);
