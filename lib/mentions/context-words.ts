import { foldName } from "../brands/fold-name.ts";
import { hashWord } from "./hash.ts";
import { trades } from "./trades.ts";
import type { Trade } from "./trades.ts";

/** What a word near a name can tell. The lower bits are trades, by their place in `trades`. */
export const ContextBit = {
  /** "at", "from", "chez": before places where one buys. */
  place: 1 << 16,
  /** "the", "my", "new": before names of things. */
  article: 1 << 17,
  /** To buy, order, wear, drive, eat … */
  buying: 1 << 18,
  /** What companies have: a store, an app, shares, customers. */
  company: 1 << 19,
  /** "Inc", "GmbH". */
  legalForm: 1 << 20,
  /** "Mr", "Dr", "President". */
  personTitle: 1 << 21,
  /** "I", "he", "said": a verb or pronoun beside it makes a word a word, or a person. */
  pronoun: 1 << 22,
  /** "via", "powered by": what follows is a service. */
  via: 1 << 23,
  /** What people do on a network or with a device. */
  online: 1 << 24,
  /** What a brand's further accounts are called: "News", "UK", "Help". */
  branch: 1 << 25,
  /** "Park", "Stadium", "States": after a name they make a place of it. */
  placeNoun: 1 << 26,
} as const;

const byBit: readonly (readonly [bit: number, words: string])[] = [
  [
    ContextBit.place,
    `at from by with outside inside near chez bei von aus vom beim en de da desde em com pri fra fran hos van uit naar
     od w z u у в от из`,
  ],
  [
    ContextBit.article,
    `the a an this that these my your our his her their new old another any some das die der ein eine mein meine neue
     neues neuer el la los las un una mi nuevo nueva le les mon ma nouveau nouvelle il lo gli i uno nuovo nuova o os as um
     uma meu minha novo nova het een mijn nieuwe`,
  ],
  [
    ContextBit.buying,
    `buy buying bought buys order ordered ordering orders purchase purchased purchasing shop shopping shopped wear wearing
     wore drive driving drove eat eating ate drink drinking drank use using used uses try tried trying love loving got get
     getting want wants wanted need sell selling sold sells pay paid paying return returned refund refunded deliver
     delivered delivery price prices cost costs cheap cheaper expensive discount coupon voucher deal deals sale launch
     launches launched launching unveils announces announced releases released install installed download downloaded
     worth review reviews recall recalls kaufen kaufe gekauft kauft bestellt bestellen geliefert lieferung preis preise
     getragen trage probiert rabatt gutschein comprar compre compro comprado pedido pedi precio precios oferta envio entrega
     acheter achete achetes commande commander livre livraison prix promo comprato comprare ordinato prezzo prezzi sconto
     spedizione consegna comprei preco desconto kopen gekocht besteld prijs korting kupilem kupic zamowilem cena`,
  ],
  [
    ContextBit.company,
    `app apps store stores shop shops outlet company companies brand brands ceo cfo founder shares share stock stocks
     earnings profit profits revenue sales customer customers employee employees staff worker workers service support
     helpline account accounts card cards website site online platform users subscription subscribers product products
     range line collection ad ads advert advertising commercial campaign logo factory plant headquarters hq office offices
     branch branches franchise chain boycott lawsuit sues sued sue merger acquisition acquires acquired ipo investors
     analysts quarterly bankruptcy layoffs magazine newspaper news channel filiale filialen laden geschaft kundenservice
     kundendienst kunden kunde mitarbeiter aktie aktien konzern unternehmen firma hersteller marke tienda tiendas empresa
     marca clientes cliente servicio atencion acciones magasin magasins entreprise marque client clients actions negozio
     negozi azienda marchio clienti servizio azioni loja lojas winkel winkels bedrijf merk klanten klantenservice sklep
     sklepu firmy klient`,
  ],
  [
    ContextBit.legalForm,
    "inc corp corporation ltd llc plc gmbh ag sa spa srl nv bv ab oy kg co company group holdings limited",
  ],
  [
    ContextBit.personTitle,
    `mr mrs ms miss dr prof sir lord lady president senator minister secretary coach king queen prince princess saint st
     uncle aunt herr frau senor senora monsieur madame dom`,
  ],
  [
    ContextBit.pronoun,
    `i you he she we they it me him us them who im ive ill hes shes youre theyre ich du er sie wir ihr yo tu el ella je
     il elle nous vous io lui lei noi`,
  ],
  [
    ContextBit.branch,
    `news sport sports breaking business world uk us usa canada india australia nz ireland europe africa asia deutschland
     de france italia espana brasil mexico japan global official support help helps care service hq live tv radio music app
     store stores jobs careers pr press media labs dev team eu london nyc`,
  ],
  [
    ContextBit.placeNoun,
    `states kingdom nations emirates park parks forest center centre stadium arena field hall theater theatre museum
     gallery garden gardens university college school academy hospital church station airport street st avenue ave road
     rd boulevard drive lane bridge river lake island islands beach bay valley hills county city town village district
     square plaza tower towers coast guard army navy championship championships tournament cup league race open bowl
     awards festival stadion arena strasse platz universitat estadio avenida calle parque stade rue parc stadio via`,
  ],
  [ContextBit.via, "via powered through feat using"],
  [
    ContextBit.online,
    `tweet tweeted tweets retweet post posted posts posting follow following followers follower page profile video videos
     channel account log login upload uploaded stream streaming google search phone tablet laptop iphone ipad android
     update version feature features server servers download`,
  ],
];

const tradeWords: Readonly<Partial<Record<Trade, string>>> = {
  food: `food eat eating ate lunch dinner breakfast brunch meal menu burger burgers fries pizza chicken sandwich coffee
    latte espresso tea drink drinks beer wine chocolate snack snacks sauce flavour flavor taste tasty delicious hungry
    restaurant cafe barista bar cereal yoghurt yogurt milk cheese bread cookie cookies candy cream bottle can essen trinken
    kaffee lecker mittag fruhstuck comida cena almuerzo cafe manger boire dejeuner diner mangiare bere pranzo colazione`,
  fashion: `wear wearing wore shoe shoes sneaker sneakers trainers boots heels shirt tshirt jeans jacket coat dress
    dresses hoodie hat bag bags handbag purse watch jewelry jewellery ring necklace outfit clothes clothing size leather
    collection runway fashion style jersey kit schuhe jacke hose kleid tasche zapatos zapatillas camiseta vestido bolso
    chaussures veste robe sac scarpe giacca vestito borsa`,
  beauty: `makeup lipstick mascara foundation skin skincare serum moisturizer cream shampoo conditioner perfume fragrance
    scent nails palette eyeliner haut creme parfum piel maquillaje peau maquillage pelle trucco`,
  tech: `phone phones smartphone iphone ipad tablet laptop computer pc mac macbook watch device app apps software update
    ios android battery screen camera charger cable headphones earbuds console game games gaming cloud server chip ai
    browser email internet wifi data network broadband keyboard gpu cpu specs handy rechner akku bildschirm movil pantalla
    ordinateur telephone ecran telefono schermo`,
  auto: `car cars drive driving drove driver truck suv sedan engine mileage hybrid electric ev vehicle vehicles dealer
    dealership tyre tyres tires petrol diesel fuel gas station motor model recall auto wagen fahren tanken coche conducir
    voiture conduire macchina guidare`,
  finance: `bank banking account card loan mortgage credit debit interest savings insurance policy premium payment pay
    paypal money cash transfer atm shares stock fund branch fee fees konto kredit versicherung geld cuenta tarjeta dinero
    banco compte carte argent conto carta soldi`,
  retail: `store stores shop shopping groceries grocery aisle checkout cashier cart basket receipt coupon discount sale
    clearance shelf shelves mall delivery parcel order buy bought einkaufen einkauf laden kasse angebot compra compras
    supermercado oferta courses magasin caisse spesa negozio offerta`,
  home: `furniture sofa couch bed mattress table chair desk lamp kitchen oven fridge washing machine dishwasher vacuum
    garden paint drill tools bathroom shelf wardrobe mobel kuche waschmaschine muebles cocina meubles cuisine mobili cucina`,
  travel: `flight flights fly flying flew airport plane airline seat gate luggage baggage hotel room booking booked book
    trip travel holiday vacation resort check cruise train taxi ride driver flug flughafen zimmer reise urlaub vuelo
    habitacion viaje vol chambre voyage volo camera viaggio`,
  media: `news report reports reported reporter journalist article interview show episode series movie film trailer music
    song album playlist radio podcast tv channel watch watching read reading magazine newspaper headline video stream
    nachrichten zeitung sendung folge noticias periodico pelicula journal emission giornale`,
  health: `pharmacy prescription medicine drug drugs vaccine pills pill tablets doctor patients vitamin vitamins pain
    allergy glasses lenses apotheke medikament farmacia medicina pharmacie medicament`,
};

let masks: ReadonlyMap<number, number> | undefined;

function read(): ReadonlyMap<number, number> {
  const read = new Map<number, number>();
  const add = (bit: number, words: string): void => {
    for (const word of words.split(/\s+/u)) {
      const hash = hashWord(foldName(word));
      read.set(hash, (read.get(hash) ?? 0) | bit);
    }
  };
  for (const [bit, words] of byBit) add(bit, words);
  for (const [i, trade] of trades.entries()) add(1 << i, tradeWords[trade] ?? "");
  return read;
}

/** All `ContextBit`s and trades of a word, by its hash. */
export function contextOf(hash: number): number {
  masks ??= read();
  return masks.get(hash) ?? 0;
}
