/*
 * Words for things that are sold, singular, folded (lower case, no accents). Written by hand from what shops'
 * menus say; plural endings are taken off before looking here. Not complete and need not be: they only tell
 * where a maker's name ends.
 */

const english = `
shoe boot sandal sneaker slipper clog loafer moccasin pump heel flat wedge oxford mule trainer cleat footwear insole
shirt tshirt t-shirt tee blouse top polo sweater sweatshirt hoodie cardigan pullover jumper jacket coat parka vest
blazer suit dress skirt pant trouser jean denim legging short jogger sweatpant tight underwear brief boxer bra panty
thong lingerie sock stocking pyjama pajama robe nightgown swimwear swimsuit bikini trunk boardshort jersey uniform
costume hat cap beanie snapback visor glove mitten scarf shawl belt tie bowtie wallet purse handbag bag backpack
rucksack tote clutch luggage suitcase duffel pouch umbrella sunglass sunglasses glasses eyeglasses goggle goggles
eyewear lens lenses watch watchband bracelet necklace ring earring pendant brooch anklet jewelry jewellery
shampoo conditioner soap lotion cream creme moisturizer moisturiser serum toner cleanser scrub exfoliator mask balm
butter gel mousse hairspray pomade wax oil sunscreen sunblock spf deodorant antiperspirant perfume cologne fragrance
parfum toilette lipstick lip gloss mascara eyeliner eyeshadow foundation concealer powder blush bronzer primer nail
polish makeup brush razor shaver trimmer clipper toothbrush toothpaste mouthwash floss whitening tampon pad
tissue diaper nappy wipe bandage plaster thermometer vitamin multivitamin supplement capsule tablet softgel gummy
gummies probiotic protein collagen biotin omega creatine calcium magnesium zinc iron melatonin
coffee espresso tea matcha chai latte cocoa cereal granola oatmeal oat muesli porridge cracker cookie biscuit chip
crisp pretzel popcorn candy chocolate gum mint snack bar nut almond peanut cashew pasta spaghetti noodle rice bean
lentil flour sugar salt pepper spice sauce ketchup mustard mayonnaise dressing vinegar honey jam jelly syrup spread
milk cheese yogurt yoghurt cream egg juice water soda beer wine whisky whiskey vodka gin rum drink beverage soup broth
detergent softener bleach cleaner disinfectant sponge dish dishwasher laundry freshener candle trash garbage
phone smartphone iphone tablet laptop notebook computer desktop pc monitor display screen tv television projector
speaker soundbar headphone earphone earbud headset microphone camera camcorder webcam drone tripod lens keyboard mouse
mousepad printer toner ink cartridge scanner router modem switch cable adapter charger powerbank battery
case cover protector holder mount stand dock hub hdd ssd drive memory ram card processor cpu gpu motherboard graphics
console controller gamepad joystick game software calculator radio clock alarm doorbell thermostat sensor bulb lamp
light lighting lantern flashlight torch led fan heater humidifier purifier conditioner vacuum refrigerator fridge
freezer oven microwave stove cooktop burner grill toaster blender mixer juicer kettle coffeemaker fryer cooker
cookware pan pot skillet wok knife cutlery fork spoon plate bowl cup mug glass tumbler bottle flask jar container
lunchbox tray cutting board opener peeler grater scale timer
chair table desk sofa couch bed mattress pillow cushion blanket duvet comforter quilt sheet towel curtain rug carpet
mat shelf bookcase cabinet dresser wardrobe drawer mirror frame poster painting decor vase basket hanger organizer
faucet shower toilet sink bathtub tile door handle lock hinge hook
drill saw hammer screwdriver wrench plier tool toolbox screw bolt nail ladder tape glue paint sandpaper compressor
generator pump hose valve pipe filter mower trimmer chainsaw rake shovel planter seed fertilizer
tire tyre wheel rim brake wiper headlight bumper motor engine exhaust helmet bike bicycle scooter skateboard
car motorcycle boat tent canopy hammock cooler compass binocular telescope knife
fishing rod reel lure bait wobbler minnow hook line tackle crankbait jig spinner popper
ball football basketball baseball tennis golf racket racquet bat club dumbbell barbell kettlebell treadmill yoga
snowboard ski surfboard paddle kayak goggle trampoline
guitar bass ukulele violin piano drum cymbal microphone amplifier pedal string pick
toy doll puzzle lego figure figurine plush teddy blocks stroller crib carrier bib pacifier
book novel magazine calendar diary journal notebook planner pen pencil marker crayon eraser stapler scissors paper
envelope folder binder label sticker stamp
dog cat puppy kitten pet leash collar litter kibble treat aquarium cage
kit set pair collection bundle refill replacement spare part accessory accessories gift product equipment gear
machine device system appliance unit furniture clothing clothes apparel outfit garment wear
respirator facemask shield face mouth covering pod bag teabag flake pacs pac liquid spray stick lozenge drop
fretboard pickup tuner swimming trunks romper onesie jumpsuit tunic kimono poncho bandana headband wig apron
`;

const german = `
schuh schuhe stiefel sandale hausschuh turnschuh hemd bluse pullover jacke mantel hose jeans kleid rock unterhose
socke socken mutze handschuh schal gurtel tasche rucksack koffer geldborse uhr armbanduhr kette ohrring brille
sonnenbrille shampoo seife creme lotion zahnburste zahnpasta rasierer parfum lippenstift kaffee tee schokolade keks
nudeln reis mehl zucker sosse honig milch kase saft wasser bier wein waschmittel spulmittel reiniger kopfhorer
lautsprecher fernseher handy handyhulle hulle ladegerat ladekabel kabel netzteil akku batterie drucker tastatur maus
bildschirm festplatte speicherkarte lampe leuchte gluhbirne staubsauger kuhlschrank waschmaschine geschirrspuler
backofen herd mikrowelle wasserkocher toaster kaffeemaschine kaffeevollautomat mixer pfanne topf messer besteck teller
tasse flasche stuhl tisch sessel sofa bett matratze kissen decke bettwasche handtuch vorhang teppich regal schrank
spiegel bohrmaschine akkuschrauber bohrhammer sage schraubendreher hammer werkzeug werkzeugkoffer schrauben leiter
rasenmaher gartenschlauch reifen helm fahrrad roller zelt schlafsack ball spielzeug puppe puzzle buch kalender stift
papier hundefutter katzenfutter zubehor ersatzteil spielfigur bausatz kinderwagen servietten fernbedienung tabletten
kapseln
`;
const french = `
chaussure chaussures basket baskets botte sandale chemise chemisier pull veste manteau pantalon jean robe jupe
chaussette bonnet gant echarpe ceinture sac valise portefeuille montre collier bague boucle lunettes shampooing savon
creme dentifrice brosse rasoir parfum maquillage vernis cafe the chocolat biscuit pates riz farine sucre miel lait
fromage jus eau biere vin lessive nettoyant casque ecouteurs enceinte televiseur telephone coque chargeur cable
batterie imprimante clavier souris ecran lampe ampoule aspirateur refrigerateur four micro-ondes bouilloire
grille-pain cafetiere machine robot poele casserole couteau assiette tasse bouteille chaise table fauteuil canape lit
matelas oreiller couette serviette rideau tapis etagere armoire miroir perceuse visseuse scie marteau tondeuse pneu
velo tente ballon jouet poupee livre stylo papier croquettes accessoire cartouche
`;
const spanish = `
zapato zapatos zapatilla zapatillas bota sandalia camisa camiseta blusa jersey sudadera chaqueta abrigo pantalon
vaquero vestido falda calcetin gorro gorra guante bufanda cinturon bolso mochila maleta cartera reloj collar pendiente
gafas champu jabon crema cepillo pasta maquinilla perfume pintalabios cafe te galleta arroz harina azucar miel leche
queso zumo agua cerveza vino detergente limpiador auriculares altavoz televisor movil telefono funda cargador cable
bateria impresora teclado raton pantalla lampara bombilla aspiradora aspirador nevera frigorifico lavadora horno
microondas hervidor tostadora cafetera batidora sarten olla cuchillo plato taza botella silla mesa sillon cama colchon
almohada manta toalla cortina alfombra estanteria armario espejo taladro sierra martillo destornillador herramienta
neumatico casco bicicleta tienda pelota juguete muneca libro boligrafo papel pienso repuesto accesorio conjunto consola
`;
const italian = `
scarpa scarpe stivale sandalo camicia maglietta maglia felpa giacca cappotto pantalone pantaloni vestito gonna calze
cappello guanto sciarpa cintura borsa zaino valigia portafoglio orologio collana anello orecchini occhiali sapone
crema spazzolino dentifricio rasoio profumo rossetto caffe biscotti riso farina zucchero miele latte formaggio succo
acqua birra vino detersivo cuffie auricolari altoparlante televisore telefono cover caricatore cavo batteria stampante
tastiera schermo lampada lampadina aspirapolvere frigorifero lavatrice lavastoviglie forno bollitore tostapane
macchina frullatore padella pentola coltello piatto tazza bottiglia sedia tavolo poltrona divano letto materasso
cuscino coperta asciugamano tenda tappeto scaffale armadio specchio trapano avvitatore sega martello pneumatico casco
bicicletta palla giocattolo bambola libro penna carta crocchette ricambio accessorio
`;
const portuguese = `
sapato tenis bota sandalia camisa camiseta blusa casaco jaqueta calca calcas vestido saia meia gorro luva cachecol
cinto bolsa mochila mala carteira relogio colar anel brinco oculos sabonete creme escova pasta barbeador perfume batom
cafe cha biscoito arroz farinha acucar mel leite queijo suco agua cerveja vinho detergente fone fones caixa televisao
celular capa carregador cabo bateria impressora teclado tela lampada aspirador geladeira lavadora forno micro-ondas
chaleira torradeira cafeteira liquidificador frigideira panela faca prato copo xicara garrafa cadeira mesa sofa cama
colchao travesseiro cobertor toalha cortina tapete estante espelho furadeira parafusadeira serra martelo pneu capacete
bicicleta barraca bola brinquedo boneca livro caneta papel racao acessorio
`;
const others = `
buty but trampki kozaki sandaly koszula koszulka bluza kurtka plaszcz spodnie sukienka spodnica skarpety czapka
rekawiczki szalik pasek torba torebka plecak walizka portfel zegarek naszyjnik okulary szampon mydlo krem szczoteczka
pasta perfumy szminka kawa herbata czekolada ciastka makaron ryz cukier miod mleko ser sok woda piwo wino proszek plyn
sluchawki glosnik telewizor telefon etui ladowarka kabel bateria drukarka klawiatura mysz monitor lampa zarowka
odkurzacz lodowka pralka zmywarka piekarnik mikrofalowka czajnik toster ekspres blender patelnia garnek noz talerz
kubek butelka krzeslo stol fotel sofa lozko materac poduszka koldra recznik zaslona dywan regal szafa lustro wiertarka
wkretarka pila mlotek opona kask rower namiot pilka zabawka lalka ksiazka dlugopis papier karma zestaw panel konsola
schoen schoenen laars laarzen overhemd trui jas broek jurk rok sok sokken muts handschoen sjaal riem tas rugzak koffer
horloge ketting zonnebril zeep tandenborstel tandpasta koffie thee chocolade koekje rijst suiker honing melk kaas sap
koptelefoon luidspreker televisie telefoonhoesje hoesje oplader kabel batterij toetsenbord muis scherm lamp
stofzuiger koelkast wasmachine vaatwasser magnetron waterkoker broodrooster koffiezetapparaat pan mes bord fles stoel
tafel bank bed matras kussen deken handdoek gordijn tapijt kast spiegel boormachine zaag band helm fiets tent bal
speelgoed pop boek
sko skor stovler skjorte trøje jacka jakke byxor bukser klanning kjole vaska taske klocka ur kaffe te choklad horlurar
hoyttaler hodetelefoner tv kylskap tvattmaskin dammsugare stovsuger stol bord sang seng madrass lampa cykel sykkel
boty kosile bunda kalhoty saty kabelka batoh hodinky sampon mydlo kava caj sluchatka televize nabijecka pracka
vysavac lednice zidle stul postel lampa kolo hracka kniha cipo ing kabat nadrag ruha taska ora kave teafejhallgato
ayakkabi bot gomlek tisort ceket mont pantolon elbise etek corap canta saat kolye gozluk sampuan sabun krem dis
kahve cay cikolata kulaklik hoparlor televizyon telefon kilif sarj kablo yazici klavye ekran lamba supurge buzdolabi
camasir bulasik firin tencere tava bicak tabak bardak sandalye masa koltuk yatak yastik battaniye havlu perde hali
pantofi cizme camasa geaca rochie geanta ceas cafea ceai casti televizor aspirator frigider masina scaun masa pat
`;
const cyrillicAndGreek = `
кроссовки ботинки туфли сапоги сандалии тапочки рубашка футболка майка свитер толстовка куртка пальто брюки джинсы
платье юбка носки шапка перчатки шарф ремень сумка рюкзак чемодан кошелек часы кольцо серьги очки шампунь мыло крем
щетка паста бритва духи помада кофе чаи шоколад печенье рис мука сахар мед молоко сыр сок вода пиво вино порошок
средство гель лосьон наушники колонка телевизор смартфон телефон чехол зарядка кабель аккумулятор батарея принтер
клавиатура мышь монитор ноутбук планшет лампа светильник пылесос холодильник стиральная машина духовка микроволновка
чаиник тостер кофеварка кофемашина блендер миксер сковорода кастрюля нож тарелка кружка чашка бутылка стул стол
кресло диван кровать матрас подушка одеяло полотенце штора ковер шкаф зеркало дрель шуруповерт перфоратор пила молоток
шина шлем велосипед палатка мяч игрушка кукла конструктор книга ручка бумага корм набор комплект запчасть аксессуар
взуття черевики сорочка штани сукня годинник навушники
παπουτσια μποτες πουκαμισο μπλουζα μπουφαν παντελονι φορεμα φουστα τσαντα ρολοι γυαλια σαμπουαν κρεμα καφες τσαι
ακουστικα τηλεοραση κινητο θηκη φορτιστης καλωδιο ψυγειο πλυντηριο σκουπα καρεκλα τραπεζι καναπες στρωμα λαμπα
`;
const otherScripts = `
靴 スニーカー ブーツ サンダル シャツ ジャケット パンツ ワンピース バッグ リュック 財布 腕時計 時計 ネックレス メガネ
サングラス シャンプー 石鹸 クリーム 化粧水 歯ブラシ 香水 口紅 コーヒー 紅茶 お茶 チョコレート クッキー 米 牛乳 ビール ワイン
洗剤 ヘッドホン ヘッドフォン イヤホン スピーカー テレビ スマホ スマートフォン ケース 充電器 ケーブル バッテリー プリンター
キーボード マウス モニター ノートパソコン ライト 掃除機 冷蔵庫 洗濯機 電子レンジ 炊飯器 ケトル 鍋 フライパン 包丁 皿
マグカップ ボトル 水筒 椅子 チェア テーブル デスク ソファ ベッド マットレス 枕 毛布 タオル カーテン ラグ 棚 鏡 ドリル タイヤ
ヘルメット 自転車 テント ボール おもちゃ 人形 本 ペン
鞋 运动鞋 衬衫 外套 裤子 连衣裙 包 背包 手表 眼镜 洗发水 香皂 面霜 牙刷 牙膏 香水 口红 咖啡 茶 茶叶 巧克力 饼干 大米 牛奶
耳机 音箱 电视 手机 手机壳 充电器 数据线 电池 打印机 键盘 鼠标 显示器 笔记本 灯 吸尘器 冰箱 洗衣机 微波炉 电饭煲 水壶 锅
刀 杯子 椅子 桌子 沙发 床 床垫 枕头 毛巾 窗帘 地毯 玩具 书
운동화 신발 부츠 셔츠 자켓 바지 원피스 가방 백팩 지갑 시계 목걸이 안경 선글라스 샴푸 비누 크림 로션 칫솔 치약 향수
립스틱 커피 차 초콜릿 과자 쌀 우유 맥주 세제 헤드폰 이어폰 스피커 텔레비전 스마트폰 케이스 충전기 케이블 배터리 프린터
키보드 마우스 모니터 노트북 조명 청소기 냉장고 세탁기 전자레인지 밥솥 주전자 냄비 프라이팬 칼 접시 컵 의자 책상 소파
침대 매트리스 베개 이불 수건 커튼 장난감 책
حذاء قميص سترة بنطلون فستان حقيبة ساعة نظارة شامبو صابون كريم عطر قهوة شاي شوكولاتة سماعة هاتف شاحن كابل ثلاجة غسالة
נעליים חולצה מעיל מכנסיים שמלה תיק שעון משקפיים שמפו סבון קרם קפה תה אוזניות טלפון מטען
รองเท้า เสื้อ กางเกง กระเป๋า นาฬิกา แว่นตา แชมพู สบู่ ครีม กาแฟ ชา หูฟัง โทรศัพท์
`;

export const nouns = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  others,
  cyrillicAndGreek,
  otherScripts,
].join(" ");
