/*
 * Words that describe what is sold rather than name who made it, folded (lower case, no accents). Written by
 * hand; see title-nouns.ts.
 */

const english = `
black white gray grey silver gold golden red blue navy green yellow orange pink purple violet brown beige ivory tan
khaki olive teal turquoise burgundy maroon charcoal cream rose multicolor multicolour clear transparent matte glossy
dark light bright pastel neon camo camouflage
cotton leather suede wool cashmere silk satin linen nylon polyester spandex denim fleece velvet lace mesh canvas rubber
plastic silicone metal steel stainless aluminum aluminium iron brass copper bronze titanium carbon fiber fibre wood
wooden bamboo glass ceramic porcelain marble stone crystal diamond pearl paper vinyl foam memory microfiber faux
small medium large xl xxl xs xxs mini micro big giant jumbo slim wide narrow long short tall high low thick thin
compact portable pocket travel full twin queen king size sized oversized plus regular
soft hard firm flexible stretch stretchy elastic waterproof windproof breathable washable reusable disposable
adjustable foldable folding removable rechargeable cordless wireless wired electric electronic digital analog smart
automatic manual solar magnetic bluetooth wifi usb hd uhd led lcd
new classic original vintage retro modern casual formal sexy cute fashion fashionable stylish elegant luxury premium
deluxe professional pro advanced basic essential standard custom personalized handmade heavy duty lightweight
ultra super extra max maximum double single dual triple multi all total quick fast easy instant
natural organic vegan vegetarian gluten free non fat nonfat sugar sugarfree unsweetened decaf decaffeinated caffeinated
whole raw pure fresh dried roasted roast ground bean light medium dark blend flavored flavoured flavor flavour unflavored
vanilla strawberry lemon lime cherry berry blueberry raspberry apple banana mango peach coconut almond hazelnut caramel
cinnamon ginger honey lavender peppermint spearmint mint jasmine chamomile herbal green black unscented scented scent
sweet salted spicy hot cold frozen breakfast
anti antibacterial antimicrobial hypoallergenic sensitive gentle moisturizing hydrating nourishing smoothing
volumizing repair repairing whitening brightening cleansing protective protecting daily intensive deep broad spectrum
mineral dietary herbal effervescent chewable sublingual soluble immune support
running hiking camping cycling fishing swimming climbing training workout fitness gym yoga golf tennis ski skiing
snowboard snowboarding surf surfing dance walking riding driving racing hunting tactical military outdoor indoor sport
sports athletic compression summer winter spring autumn fall beach party wedding birthday christmas halloween
printed print striped plaid floral solid patterned embroidered knit knitted woven quilted padded lined hooded sleeve
sleeveless crew neck v-neck collar button zip zipper buckle lace-up slip slip-on ankle knee waist waisted
left right front rear inner outer upper lower top bottom side inch inches
made authentic genuine official licensed certified approved tested compatible universal replacement refurbished used
open toe steel-toe cap-toe graphic logo quality acoustic polarized polarised artificial floating sinking fake
telescopic spinning casting gas propane butane charcoal cast nonstick non-stick induction
version generation edition series model style type design limited special exclusive signature
unlocked international global us uk eu american european italian french german japanese chinese korean english spanish
value family bulk economy travel-size refill pack
crunchy creamy chewy smooth rich bold mild strong tender juicy crispy sticky fluffy silky glowing radiant sparkling
toasted baked fried smoked grilled steamed boiled chopped sliced diced crushed shredded minced cured pickled marinated
sour savory bitter zesty tropical fruity nutty minty cool refreshing soothing calming relaxing energizing purifying
clarifying detangling strengthening thickening hydration moisture moist shine volume color-safe colour-safe frizz curl
curly damaged dry oily normal combination fine coarse thinning daily everyday nightly overnight
caffeine calorie protein keto paleo kosher halal fair trade certified grade ceremonial single origin
whitening sensitive charcoal enamel cavity plaque tartar battery powered operated
concentrated liquid solid powdered high-efficiency he stain odor odour fragrance-free
multi-purpose all-purpose dual-purpose two-in-one 2-in-1 3-in-1
interchangeable collapsible inflatable retractable extendable swivel rotating reversible detachable ergonomic
noise cancelling canceling isolating over-ear in-ear on-ear true stereo surround portable
4k 8k 1080p 720p hdmi type-c usb-c lightning gaming mechanical backlit optical ultrawide curved
insulated vacuum-insulated leakproof spill-proof dishwasher-safe oven-safe bpa-free
pre-workout post-workout mens-health prenatal postnatal
assorted variety mixed combo sampler starter complete value
pull-on lace lace-up elastic drawstring pleated ruffle ruffled tie-dye cropped high-waisted low-rise straight bootcut
skinny relaxed loose fitted tapered stretch thermal insulated wicking moisture-wicking quick-dry quick-drying
best top-rated perfect ideal great good better
`;
const others = `
schwarz weiss grau silber gold rot blau grun gelb rosa lila braun neu original klein mittel gross grosse breit lang
kurz leder baumwolle holz edelstahl kunststoff elektrisch elektrische elektrischer kabellos kabellose wasserdicht
tragbar faltbar professionell automatisch mit damen- herren- bio vegan frisch leicht weich hart passend kompatibel
extra gross-packung vorteilspack stuck packung farbe
noir noire blanc blanche gris grise argent rouge bleu bleue vert verte jaune rose violet marron neuf nouveau nouvelle
petit petite grand grande cuir coton bois acier inox plastique electrique sans fil etanche portable pliable bio frais
doux compatible lot paquet taille couleur
negro negra blanco blanca gris plata rojo roja azul verde amarillo rosa morado marron nuevo nueva pequeno grande cuero
algodon madera acero inoxidable plastico electrico electrica inalambrico inalambrica impermeable portatil plegable
ecologico fresco compatible pack unidades talla color
nero nera bianco bianca grigio argento rosso rossa blu giallo viola marrone nuovo nuova piccolo grande pelle cotone
legno acciaio plastica elettrico elettrica senza fili impermeabile portatile pieghevole biologico taglia colore pezzi
preto preta branco branca cinza prata vermelho vermelha amarelo roxo marrom novo nova pequeno couro algodao madeira
aco plastico eletrico eletrica sem fio tamanho cor unidades
czarny czarna biale bialy biala szary srebrny zloty czerwony czerwona niebieski niebieska zielony zolty rozowy
fioletowy brazowy nowy nowa maly mala duzy duza skora skorzana bawelna drewno stal elektryczny elektryczna bezprzewodowy
bezprzewodowe wodoodporny przenosny rozmiar kolor sztuk oryginalny
zwart wit grijs zilver goud rood blauw groen geel roze paars bruin nieuw klein groot leer leren katoen hout roestvrij
draadloos draadloze elektrische waterdicht maat kleur stuks
svart vit hvit gra rod bla gron gul ny liten stor laer lader tradlos elektrisk sort hvid
cerny bily seda cervena modra zelena novy velky maly kozeny bezdratovy
siyah beyaz gri gumus kirmizi mavi yesil sari pembe mor kahverengi yeni kucuk buyuk deri pamuk ahsap celik elektrikli
kablosuz orijinal
черныи черная черное белыи белая белое серыи красныи красная синии синяя зеленыи желтыи розовыи новыи новая новые
маленькии большои большая кожаныи кожаная кожаные хлопок дерево сталь электрическии электрическая беспроводнои
беспроводная беспроводные водонепроницаемыи портативныи размер цвет оригинал оригинальныи спортивные спортивныи
женскии мужскои детскии зимние летние
ブラック ホワイト グレー シルバー レッド ブルー グリーン ピンク 黒 白 赤 青 新品 新作 正規品 送料無料 限定 日本製 大容量
防水 無線 ワイヤレス 電動 軽量 国内正規品 公式 あす楽 訳あり 中古 セット 本 個 枚 箱 袋
黑色 白色 红色 蓝色 新款 正品 官方 包邮 防水 无线 电动 大容量 加厚 夏季 冬季
블랙 화이트 그레이 레드 블루 정품 신상 무료배송 방수 무선 전동 대용량 국내산 공식
`;

/** Who it is for: hardly ever part of a name, so the surest end of one. */
const audience = `
men man mens men's women woman womens women's ladies lady's ladys girl girls girl's boy boys boy's kid kids kid's
child children children's childrens toddler toddlers infant infants baby babies newborn youth teen teens adult adults
unisex junior juniors male female his her
damen herren kinder madchen jungen herrenschuh unisex-erwachsene
femme femmes homme hommes fille garcon enfant enfants bebe mixte
mujer hombre nina nino ninos ninas caballero senora bebes
donna uomo bambino bambina bambini neonato
mulher homem feminino feminina masculino masculina menina menino infantil
damskie damska damski meskie meska meski dzieciece dziecieca dzieciecy
dames heren meisjes jongens
dam herr barn dame herre kvinder maend
damske panske detske
kadin erkek cocuk kiz bebek
женские женская женское мужские мужская мужское детские детская детское для
レディース メンズ キッズ ベビー 男性用 女性用 子供用 男女兼用 女士 男士 儿童 婴儿 여성 남성 아동 유아 여자 남자
`;
/** What sellers put before everything: says nothing of who made it. */
const openers = `
new brand-new hot sale clearance wholesale retail original genuine authentic official newest latest fashion free
shipping arrival arrivals factory stock in dropshipping top quality high promotion offer deal bestseller bnwt nib nwt
lot pcs pc piece pieces pack packs set sets count refurbished renewed used open-box preowned pre-owned 100
neu neue neuer neues angebot nouveau nouvelle neuf promo nuevo nueva oferta nuovo nuova offerta novo nova nowy nowa
nowe promocja nieuw aanbieding ny новыи новая новые акция новинка 新品 新作 新款 正品 送料無料 公式 正規品 国内正規品 限定
정품 신상 무료배송 yeni orijinal
`;
const units = `
oz ounce ounces fl floz ml cl l liter liters litre litres g gr gram grams kg mg mcg iu lb lbs pound pounds mm cm m ft
feet inch inches in v volt w watt mah ah hz ghz gb tb mb mp px k ct count pcs pc pieces piece pk pack packs set pair
pairs load loads sheets rolls tablets capsules size us uk eu stuck st stk szt шт мл л г кг см мм gal gallon qt pint
serving servings caps softgels bottles bags ply bars cups packets sachets pods
`;
/** Small words, which stand inside names but neither begin nor end them. "the" and "la" may begin one. */
const small = `
and or of for with without by in on at to from a an the is it my your our no not as per into & + n und oder von vom zu
zum zur mit ohne fur aus im am der die das den dem ein eine et ou de du des la le les un une pour avec sans en au aux
sur y o del el los las una para con sin e di da della delle dei degli il lo gli i per senza su do dos das com sem em
um uma na nas nos op en van voor met zonder het een och eller av med utan til fra af i z ze w do dla bez od na lub
и или в на с без от из за по ve ile icin bir
`;

export const attributes = [english, others].join(" ");
export { audience, openers, small, units };
