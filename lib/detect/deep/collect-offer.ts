import { cartControls, cartNames } from "../cart-controls.ts";

/** How elements are called that put something into a cart, look like buttons, or show a price. */
export const offerNames = {
  cart: `${cartNames}|buy-button|basketAdd`,
  button: "btn|button",
  price: "price|preis|prix|precio|preco|cena|prezzo",
} as const;
type Called = Readonly<Record<keyof typeof offerNames, readonly Element[]>>;

const carts = `${cartControls},[data-hook*="add-to-cart" i]`;
const controls = 'button,input[type="submit"],input[type="button"],[role="button"]';
/** What they say; the beginning of it, so that one entry covers a language's forms. */
const says =
  /^(?:\+ ?)?(?:add(?: item)? to (?:my )?(?:cart|bag|basket|trolley)|buy(?: it)?(?: now)?$|pre-?order|in den (?:waren|einkaufs)korb|in den wagen|jetzt kaufen|sofort-?kauf|ajouter au panier|acheter|añadir al? (?:carrito|cesta)|agregar al? (?:carr|bols)|comprar|adicionar ao? (?:carrinho|sacola)|aggiungi al carrello|acquista|in winkelwagen|in (?:mijn )?winkelmand|toevoegen aan|bestellen$|lägg i (?:varu|kund)|köp|læg i (?:indkøbs)?kurv|legg i (?:handle)?kurv|kjøp|lisää (?:ostos)?kori|osta|lisa (?:ostu)?korvi|pievienot|pirkt|į krepšelį|pirkti|do koszyka|dodaj do koszyka|kup(?:it)? ?|(?:(?:při|vložit|přidat|pridať|vložiť|dát) )?do ko[sš][ií]k[ua]|koupit|kúpiť|v košarico|dodaj v|dodaj u koš|u košaricu|kosárba|megveszem|adaug[aă] [iî]n co[sș]|cump[aă]r|στο καλάθι|προσθήκη|αγορά|в корзину|добавить в корз|купить|до кошика|у кошик|купити|в количката|купи|sepete|satın al|hemen al|أضف|اضف|اشتر|شراء|הוסף ל|הוספה ל|קנה|कार्ट|カート|かごに|買い物|購入|加入购物车|加入購物車|放入購物|立即購買|立即购买|购买|장바구니|구매|바로구매|หยิบ|เพิ่มลง|ซื้อ|thêm vào giỏ|mua|tambah|masukkan|beli)/iu;
const priceMarks = '[itemprop="price"],[itemprop="lowPrice"],meta[property$="price:amount"]';
const amount =
  /(?:[$€£¥₹₽₺₩฿₫₴₪₸]|\b(?:EUR|USD|GBP|CHF|PLN|CZK|RON|SEK|NOK|DKK|HUF|kr|zł|Kč|lei|Ft|руб|грн|TL|SAR|AED|Rp|RM|NT)\b)\.?\s?\d|\d[\d.,\s']*\s?(?:[$€£¥₹₽₺₩฿₫₴₪₸]|(?:EUR|USD|GBP|CHF|PLN|CZK|RON|SEK|NOK|DKK|HUF|kr|zł|Kč|lei|Ft|руб|грн|TL|SAR|AED|円|元|원|ريال|درهم|тг)(?![a-z]))/u;
const mostControls = 400;

/** How many controls put something into a cart, at most 99. */
export function countBuys(document: Document, { button, cart }: Called): number {
  let buys = cart.length > 0 || document.querySelector(carts) ? 1 : 0;
  const links = button.filter(({ localName }) => localName === "a");
  for (const control of new Set([...document.querySelectorAll(controls), ...links].slice(0, mostControls))) {
    const text = (control.getAttribute("value") || control.textContent || "").trim();
    if (text.length > 1 && text.length < 60 && says.test(text)) buys += 1;
  }
  return Math.min(99, buys);
}

/** Whether something is offered at a price: in markup, or as an amount in an element named after prices. */
export function showsPrice(document: Document, { price }: Called, heading: Element | undefined): boolean {
  if (document.querySelector(priceMarks)) return true;
  for (const mark of price.slice(0, 60)) {
    const text = mark.textContent ?? "";
    if (text.length < 120 && amount.test(text)) return true;
  }
  const around = heading?.parentElement?.parentElement?.textContent ?? "";
  return around.length < 4000 && amount.test(around);
}
