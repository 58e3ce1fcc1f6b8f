/* Words that names are made of, folded (lower case, no accents). Written by hand; see title-nouns.ts. */

/** What names end in: "Bluebonnet Foods", "Harrow & Sons". A name that has come to one is mostly complete. */
export const nameEndings = `
foods food company co inc corp llc ltd gmbh ag kg bros brothers sons son group brand brands industries international
enterprises holdings market markets farm farms ranch garden gardens orchard orchards valley mill mills kitchen kitchens
bakery roasters brewing brewery distillery vineyards winery tea coffee
naturals nature organics organic botanicals botanica herbs herbals remedies nutrition nutritionals nutra wellness
health healthcare healthworks pharma pharmaceuticals laboratories laboratory labs lab laboratoires biotics biotech sciences
science formulas research vitamins supplements essentials pantry
cosmetics beauty skincare haircare care bodycare hair skin spa baby kids living lifestyle home homes house design
designs studio studios works workshop workwear wear sportswear apparel clothing collection collections couture
shoes footwear boots leather jeans denim jewelry jewelers watches eyewear optics sports sport athletics outdoors outdoor
gear equipment golf fishing tackle outfitters supply supplies goods products trading traders imports
tools electronics electric audio acoustics sound music instruments guitars technology technologies tech systems
solutions digital networks computers mobile wireless lighting power energy motors motor automotive cycles bikes toys
games publishing press books paper pets pet
signature own select choice original republic society club factory depot outlet exchange
maison freres fils cie paris milano london york berlin tokyo roma firenze barcelona california usa
haus werke werk manufaktur mobel naturkosmetik
`;

/** First names under which people put their own name on things. */
export const firstNames = `
aaron adam adrian alan albert alex alexander alfred alice allen amanda amy andrea andrew angela ann anna anne annie
anthony antonio arthur audrey barbara bella ben benjamin bernard betty bill billy bob bobbi brian bruno burt calvin carl
carlo carlos carol caroline carolina charles charlie charlotte chris christian christina christopher claire clara
claudia colin craig daniel daniela danny dave david dean dennis diane diana dick dolores dominic don donna dorothy doug
douglas drew duncan ed eddie edgar eduardo edward elena eli eliza elizabeth ella ellen emily emma emilio enzo eric
erica ernest ernesto estee eva evan felix fernando fiona florence frances francesca francesco franco frank franz fred
frederic gabriel gary gaston george georgia gerard gianfranco gianni gianvito gilbert gilles giorgio giovanni giuseppe
gloria grace graham greg guy hans harold harriet harris harry heidi helen helena helene helmut henri henry herbert
herman hermann howard hugo ian ines irene isaac isabel isabella jack jackson jacob jacqueline jacques jake james jamie
jan jane janet jason jay jean jeanne jeff jeffrey jenny jeremy jerry jessica jill jim jimmy jo joan joe joel johan john
johnny jonathan jordan jorge joseph josephine joshua juan judith julia julian julie juliette karen karl kate katherine
kathy katie keith kelly ken kendall kenneth kenny kevin kim kirk kristin kurt kyle lance larry laura lauren laurent
lee leo leon leonard leonardo lewis liam lily linda lisa liz logan lorenzo louis louise lucas lucia lucy luigi luis
luke marc marcel marco marcus margaret maria marie mario mark marsha martha martin mary massimo matt matthew maurice
max melissa mercedes mia michael michel michelle miguel mike molly monica nancy naomi natalie natasha nathan neil
nick nicholas nicola nicole nina nino noah nora norma norman oliver olivia oscar otto pablo paco pamela pat patricia
patrick paul paula pedro perry peter phil philip philipp philippe pierre rachel ralph randy ray raymond rebecca
richard rick rob robert roberto robin rod roger roland ron ronald rosa rose ross roy ruby russell ruth ryan sally sam
samantha samuel sandra sara sarah scott sean sergio sharon simon sofia sonia sophia sophie stacy stan stanley stella
stephen steve steven stuart stella sue susan sylvia ted teresa terry theo theodore thierry thomas tim timothy tina
todd tom tommy tony tory tracy trevor tyler ugo valentina valentino vanessa vera vernon veronica vic victor victoria
vince vincent vito viktor vivienne walter warren wayne wendy werner wilhelm will william willy wolfgang yves yvonne zac
zoe dr mr mrs miss ms st saint sir lady captain doctor uncle aunt mother old
`;

/**
 * Ordinary words that many names begin with and few consist of: "Spring Valley", "Blue Harbor". After one of
 * them a name mostly goes on.
 */
export const nameOpeners = `
the one two three four five seven go get be my our little big great grand old new north south east west northern
southern eastern western american america british english french irish italian royal imperial national united universal
general global world first best better good fine true real simply simple pure just only ever never always
blue red green black white silver golden gold pink purple grey gray brown orange yellow bright wild free happy lucky
sweet fresh raw whole natural organic nature nature's mother's earth's sun ocean sea beach bay harbor harbour river lake
island mountain mount hill valley forest wood garden meadow prairie desert canyon stone rock iron steel copper
spring summer winter autumn morning evening night day moon star sky cloud rain snow storm thunder fire water wind
fisher hunter king queen prince princess knight pirate captain angel
bear eagle wolf fox lion tiger hawk bird horse buffalo bull dog cat rabbit deer elephant dragon dolphin turtle frog
banana apple cherry lemon peach berry olive honey rose lotus lily daisy maple oak pine cedar willow
life live love smart think tree seven bath body skin hair health healthy baby mama family home house
holy sacred tiny tall skinny deep high hot cool cold fast quick rapid super ultra mega power
solid hard soft smooth rough crystal diamond pearl jade ruby amber ivory
spirit soul mind dream heaven magic secret hidden lost ancient modern classic vintage
tea coffee java sugar salt pepper spice butter cream milk bread
rocky red's johnny grandma grandpa
under over beyond inner outer cross double triple
san santa los las la le les el il casa villa monte von van de del dos des der di
health king road rail port point bridge tower castle crown shield sword arrow anchor
brush burt's bob's trader farmer baker miller smith carpenter
`;
