const titled =
  "dr beckmann|dr best|dr bronner|dr bronners|dr browns|dr dennis|dr dent|dr doolittle|dr dre|" +
  "dr evil|dr hauschka|dr house|dr jart|dr jekyll|dr kellogg|dr mario|dr marten|dr martens|" +
  "dr martin|dr med|dr no|dr oetker|dr oz|dr pepper|dr phil|dr rath|dr reckeweg|dr scholl|dr scholls|" +
  "dr sebagh|dr seuss|dr sleep|dr strange|dr teal|dr teals|dr who|dr wu|dr zhivago|frau antje|" +
  "frau holle|frau holler|herr jesus|herr nilsson|madame bovary|madame butterfly|madame cousteau|" +
  "madame secretary|madame tussaud|madame tussauds|madame web|miss america|miss daisy|miss dior|" +
  "miss fortune|miss france|miss germany|miss havisham|miss kitty|miss marple|miss moneypenny|" +
  "miss piggy|miss saigon|miss selfridge|miss sixty|miss sunshine|miss universe|miss vickie|miss world|" +
  "monsieur bricolage|monsieur claude|monsieur cuisine|monsieur hulot|mr appliance|mr bean|mr beast|" +
  "mr bricolage|mr brightside|mr clean|mr coffee|mr darcy|mr gasket|mr goodcents|" +
  "mr handyman|mr heater|mr kipling|mr lube|mr magic|mr minit|mr miyagi|mr motivator|mr muscle|mr nice|" +
  "mr pickle|mr porter|mr potato|mr proper|mr ripley|mr robot|mr rooter|mr snuffleupagus|mr spock|" +
  "mr sub|mr tire|mr wash|mr whippy|mr wonderful|mrs baird|mrs beeton|mrs bridges|mrs butterworth|mrs claus|" +
  "mrs dalloway|mrs doubtfire|mrs doyle|mrs fields|mrs hinch|mrs meyer|mrs meyers|mrs miniver|" +
  "ms excel|ms marvel|ms office|ms pac|ms pacman|ms paint|ms teams|ms windows|ms word|professor layton|" +
  "professor oak|professor snape|señor frog|señor frogs|señor wooly";

const named =
  "adam opel|adam sandler|alex ferguson|alice cooper|andrea bocelli|anna karenina|anne frank|ben sherman|" +
  "betty barclay|betty crocker|bob dylan|bob marley|bruce lee|bruce springsteen|charles dickens|" +
  "charles schwab|charles tyrwhitt|charles vögele|dan brown|daniel wellington|david austin|david bowie|" +
  "david yurman|dorothy perkins|elizabeth arden|elizabeth taylor|emma matratze|emma mattress|eric carle|" +
  "fred perry|fritz box|fritz kola|gary numan|george clooney|george foreman|george michael|" +
  "george washington|gianni versace|giorgio armani|guy laroche|hannah montana|harry potter|harry styles|" +
  "harry winston|heinrich heine|henry hoover|hermann hesse|hermann miller|hugo boss|isaac mizrahi|" +
  "isabel marant|jack daniel|jack daniels|jack jones|jack reacher|jack ryan|jack wolfskin|james bond|" +
  "jamie oliver|jane austen|jane eyre|jason bourne|jean patou|jean paul|jenny craig|jim beam|jim carrey|" +
  "jimmy choo|jimmy dean|jimmy john|jimmy johns|joe boxer|joe fresh|john deere|john frieda|john grisham|" +
  "john lewis|john varvatos|john wick|johnny cash|johnny walker|jordan air|jordan peterson|juan valdez|" +
  "karen millen|karl lagerfeld|karl marx|kate somerville|kate spade|ken follett|kenneth cole|kevin murphy|" +
  "kim jong|kim kardashian|klaus barbie|kurt geiger|laura ashley|laura mercier|lee cooper|leo vegas|" +
  "louis vuitton|lucas bols|ludwig beck|luigi bosca|luis vuitton|marc jacobs|marc o|marco polo|" +
  "maria galland|marie claire|marie curie|mario bros|mario kart|mario party|mark cross|mark levinson|" +
  "mark twain|martha stewart|martin luther|mary jane|mary janes|mary kay|mary poppins|michael jackson|" +
  "michael jordan|michael kors|nina ricci|oliver peoples|oliver twist|olivia burton|olivia rodrigo|" +
  "oscar mayer|oscar wilde|otto group|patrick mahomes|patrick star|paul mitchell|paul smith|paula choice|" +
  "peter hahn|peter jackson|peter kaiser|peter pan|peter rabbit|philip morris|philip stein|philipp plein|" +
  "pierre cardin|ralph lauren|robert bosch|robert graham|roberto cavalli|roberto verino|robin hood|" +
  "robin williams|roger dubuis|rosa luxemburg|ruth chris|sally beauty|sally hansen|salvatore ferragamo|" +
  "sam adams|samuel adams|santiago bernabéu|santiago calatrava|sara lee|simon cowell|stephen king|" +
  "steve jobs|steve madden|ted baker|thomas cook|thomas pink|thomas sabo|tim hortons|timothy oulton|" +
  "tom ford|tom hanks|tom sawyer|tom tailor|tony chocolonely|tony hawk|tony roma|vera bradley|vera wang|" +
  "victor rolf|walter white|wendy house|william hill|william morris|yves rocher|yves saint";

/**
 * What reads like a person and is a brand, a work or a figure: a title or first name, and the word behind it. Facts,
 * written down by us.
 */
const all: ReadonlySet<string> = new Set([...titled.split("|"), ...named.split("|")]);

/** Whether two words in a row are known not to name a person that a review could expose. */
export function isNoPerson(first: string, second: string): boolean {
  return all.has(`${fold(first)} ${fold(second)}`);
}

function fold(word: string): string {
  return word
    .replace(/['’]s?$/u, "")
    .replaceAll(/[.'’]/gu, "")
    .toLowerCase();
}
