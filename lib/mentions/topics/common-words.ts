import type { TermLanguage } from "./terms/index.ts";

/** Words that many texts of a language share and that are no topic. Divided by spaces; accents do not matter. */
interface CommonWords {
  /** Articles and the like: what follows one of these is likely a noun. */
  readonly articles: string;
  /** Other small words. With the articles they tell a text's language, and no phrase runs across them. */
  readonly small: string;
  /** Frequent verbs, praise and blame, and nouns that say nothing alone. No phrase runs across them either. */
  readonly plain: string;
}

/**
 * Small words of languages whose aspects are not known here (Portuguese, Catalan, the Scandinavian ones, Polish,
 * Czech, Turkish, Romanian): a text of these shall not be taken for one of the others.
 */
export const foreignSmallWords = `não você uma um com dos das pelo pela pelos está são mais também foi ao à os as muito
  isso essa esse numa num meu minha seu sua já quando porque mas até nos depois só amb els les però molt és va aquest
  aquesta och att det är jag inte som på för har med till från var ett den av om kan så vi mycket bra ikke jeg er og til
  av har meget ej nie się jest na że z do ale bardzo jak po tym co od dla oraz już tak był było se je že ale jsem byl
  velmi jako nebo který ve bir ve bu çok için ile ama daha gibi değil şi este din nu cu la pentru foarte sunt`;

export const commonWords: Readonly<Record<TermLanguage, CommonWords>> = {
  de: {
    articles: `der die das den dem des ein eine einen einem einer eines mein meine meinen meiner meinem unser unsere
      unseren ihr ihre ihren ihrer dieser diese dieses diesen diesem kein keine keinen keiner sein seine seinen`,
    small: `und oder aber auch nicht ist war sind waren wird wurde wurden werden bin bist hat habe haben hatte hatten
      ich du er sie es wir man mich mir dich dir uns euch sich mit von zu zum zur bei beim auf aus an am in im ins für
      über unter nach vor bis durch ohne gegen um wie als wenn dass daß weil da dann denn so sehr nur noch schon mal
      immer wieder nie mehr viel viele alles alle nichts etwas hier dort doch ja nein kann können konnte muss musste
      müssen soll sollte würde wäre hätte sowie sogar einfach leider trotzdem jedoch damit dafür davon dabei daher
      darauf dazu ob was wer wo warum eigentlich bereits etwa ganz gar jeder jede jedes andere anderen ab seit`,
    plain: `gut gute guter gutes guten super toll tolle tollen schlecht schlechte schlechten schön schöne schönen
      perfekt nett nette netten freundlich freundliche top prima klasse ok okay absolut wirklich total richtig
      echt halt eben groß große klein kleine neu neue neuen erste ersten letzte letzten ganze ganzen klar gerne gern
      empfehlen empfehlung empfehlenswert zufrieden begeistert enttäuscht machen macht gemacht gehen geht ging kommen
      kommt kam gekommen finden findet gefunden fand sagen sagt gesagt sehen gesehen lassen nehmen kaufen gekauft
      bekommen bekommt geben gibt gab wollen wollte stehen steht dinge ding sache sachen mal tag tage tagen woche wochen
      monat monate monaten jahr jahre jahren jahren stunde stunden minute minuten mann frau leute zeit stern sterne
      heute gestern morgen besser beste besten lange lang wenig paar zwei drei vier fünf weitere genau weiter firma
      produkt produkte artikel laden`,
  },
  en: {
    articles: `the a an this that these those my your his her its our their no some any each every another`,
    small: `and or but not is was are were be been being am do does did done doing have has had having i you he she it
      we they me him us them myself yourself itself themselves of to in on at by for with from about into over under
      after before between through during without within against than then so very too just only also even still
      already again always never ever more most much many few less least all both such same other others as if
      because while when where who whom whose which what why how there here up down out off can could will would
      shall should may might must isn t s d ll m re ve don doesn didn wasn weren won wouldn couldn shouldn aren hasn
      haven hadn ain cant dont didnt im ive one ones yet though although however once per via like else instead`,
    plain: `good great nice bad best better worst worse awesome amazing excellent perfect perfectly terrible horrible
      awful wonderful fantastic super decent fine ok okay cool lovely real really pretty quite actually definitely
      absolutely totally highly simply well big small little large huge old new first second last next whole full
      different right wrong sure able happy disappointed pleased glad sorry recommend recommended love loved loves liked
      likes hate hated get gets got getting gotten go goes going gone went come comes came coming make makes made
      making take takes took taken taking use uses used using give gives gave given giving buy buys bought buying
      purchase purchased purchases purchasing order ordered work works worked working want wants wanted need needs
      needed think thought know knew known say says said tell told see saw seen look looks looked looking find found
      feel feels felt try tried trying put keep kept keeps let seem seems seemed turn turned start started end ended
      ask asked call called happen happened become became leave left bit lot lots way ways thing things stuff anything
      everything something nothing someone anyone everyone people person man guy guys time times day days week weeks
      month months year years hour hours minute minutes today yesterday now ago far long short high low hard easy easily
      two three four five six seven eight nine ten several couple kind sort type part reason point fact case problem
      problems issue issues star stars review reviews product products item items brand company place places store
      stores shop money don please thank thanks update edit btw lol yes oh etc maybe probably especially almost
      enough extremely truly exactly finally otherwise overall unfortunately however stay stayed visit visited help
      helped including run running runs read read bring brought show showed pay paid spend spent sell sold set sit sat
      broke fell hold held mean means add added wish hope expect expected believe guess say side front back top bottom
      half both since until till around away together soon later often sometimes usually anyway especially`,
  },
  es: {
    articles: `el la los las un una unos unas mi mis tu tus su sus este esta estos estas ese esa nuestro nuestra`,
    small: `y e o u pero no ni que de del al a en con por para sin sobre entre desde hasta hacia es son era eran fue
      fueron ser está están estaba estar he ha han había hay haber yo me te se nos le les lo ella ellos ellas usted
      como cuando donde quien cual porque si sí muy más menos mucho mucha muchos muchas poco poca todo toda todos todas
      nada algo también tampoco ya aún todavía siempre nunca tan tanto así bien mal solo sólo además aunque pues
      durante después antes luego aquí allí ahí otra otro otros otras cada ello eso esto cualquier`,
    plain: `bueno buena buenos buenas buen malo mala mejor peor gran grande grandes excelente perfecto perfecta genial
      increíble recomendable recomiendo recomendado encantado encanta gusta gustó contento contenta satisfecho feliz
      nuevo nueva primer primera último última mismo misma hacer hace hizo hecho hacen tener tiene tienen tenía tuve
      poder puede pueden podía ir va van voy fui ver visto veo dar da dan dio decir dice dijo comprar compré comprado
      compra pedir pedí pedido usar usado uso venir viene vino llegar llega llegó quiero quiere cosa cosas vez veces día
      días semana semanas mes meses año años hora horas minuto minutos tiempo gente persona personas producto productos
      sitio lugar tienda empresa marca parte dos tres cuatro cinco estrellas gracias verdad problema problemas`,
  },
  fr: {
    articles: `le la les l un une des mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces
      aucun aucune chaque`,
    small: `et ou mais ne pas n est sont était étaient être été suis es a ai as ont avait avoir eu je j tu il elle on
      nous vous ils elles me m te t se s lui y en de du d au aux à dans par pour sur sous avec sans chez vers entre
      depuis que qu qui quoi dont où quand comme si plus moins très trop bien peu beaucoup tout toute tous toutes rien
      même aussi encore déjà toujours jamais donc car alors puis ainsi c ça cela ceci là ici non oui malgré après avant
      pendant autre autres plusieurs quelques fait faire peut peux pouvoir lors afin parce`,
    plain: `bon bonne bons bonnes mauvais mauvaise super excellent excellente parfait parfaite génial géniale top nul
      nulle meilleur meilleure grand grande petit petite nouveau nouvelle premier première dernier dernière recommande
      recommandé content contente satisfait satisfaite déçu déçue ravi ravie merci vraiment absolument tellement
      aller va vais allé venir vient venu voir vu dire dit mettre mis prendre pris acheter acheté achat commander
      commandé commande utiliser utilisé donner donné passer passé trouver trouvé chose choses fois jour jours semaine
      semaines mois an ans année années heure heures minute minutes temps gens personne personnes produit produits
      article articles magasin société marque endroit deux trois quatre cinq étoile étoiles problème problèmes avis
      aime adore reçu petit assez`,
  },
  it: {
    articles: `il lo la i gli le l un uno una mio mia miei mie tuo tua suo sua suoi sue nostro nostra questo questa
      questi queste quel quella quello`,
    small: `e ed o ma non né che di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel
      nella nei nelle con su sul sulla sui per tra fra è sono era erano stato stata stati essere ho ha hai hanno
      abbiamo aveva avere io tu lui lei noi voi loro mi ti si ci vi ne come quando dove chi cui perché se più meno
      molto molta molti molte poco poca tutto tutta tutti tutte nulla niente anche ancora già sempre mai così bene male
      solo poi però quindi dopo prima durante senza qui là altro altra altri altre ogni qualche`,
    plain: `buono buona buoni buone buon ottimo ottima ottimi ottime bello bella belli belle pessimo pessima perfetto
      perfetta fantastico fantastica migliore peggiore grande grandi piccolo piccola nuovo nuova primo primi ultimo
      consiglio consigliato consigliatissimo soddisfatto soddisfatta contento deluso delusa davvero veramente
      assolutamente fare fatto fa fanno andare va andato venire viene vedere visto dire detto dare dato prendere preso
      comprare comprato acquistare acquistato acquisto ordinato ordine usare usato uso trovato cosa cose volta volte
      giorno giorni settimana settimane mese mesi anno anni ora ore minuti tempo gente persona persone prodotto
      prodotti articolo negozio azienda marca posto locale due tre quattro cinque stelle grazie problema problemi`,
  },
  nl: {
    articles: `de het een mijn jouw je uw zijn haar ons onze hun deze dit die dat geen elke ieder`,
    small: `en of maar niet is was waren ben bent wordt werd worden heeft heb hebben had hadden ik jij hij zij ze we wij
      jullie me mij hem hen u er van te ten ter in op aan bij met voor naar om uit over onder na tot door zonder
      tegen als dan toen wanneer waar wie wat waarom hoe dus want omdat ook nog al wel heel erg zeer zo veel meer meest
      minder alle alles niets iets hier daar toch ja nee kan kunnen kon moet moeten moest zou zal zullen mag wil
      echter helaas gewoon steeds weer nooit altijd alleen even eens eigenlijk andere ander sinds`,
    plain: `goed goede beter beste slecht slechte mooi mooie prima top super perfect perfecte fijn fijne leuk leuke
      lekker lekkere heerlijk heerlijke groot grote klein kleine nieuw nieuwe eerste laatste hele tevreden blij
      teleurgesteld aanrader aanbevolen echt absoluut zeker gaan gaat ging gegaan komen komt kwam gekomen maken maakt
      gemaakt doen doet gedaan krijgen kreeg gekregen geven gaf zien gezien zeggen zei gezegd kopen gekocht bestellen
      gebruiken gebruikt vinden vind vond gevonden zitten zit staan staat ding dingen keer dag dagen week weken maand
      maanden jaar jaren uur minuten tijd mensen product producten artikel winkel bedrijf merk plek twee drie vier vijf
      sterren dank bedankt probleem problemen lang lange`,
  },
};
