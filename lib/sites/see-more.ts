import { visibleLine } from "./visible-text.ts";

/** What buttons that unfold a post say, in the languages of the platforms. */
const words = new Set(
  [
    "more|see more|show more|read more|continue reading|view more|…more|… more|...more",
    "mehr|mehr anzeigen|mehr ansehen|mehr lesen|weiterlesen|…mehr",
    "plus|voir plus|afficher plus|lire la suite|en voir plus|…plus",
    "más|ver más|mostrar más|leer más|mais|ver mais|mostrar mais|exibir mais|ler mais",
    "altro|altro…|mostra altro|continua a leggere|meer|meer weergeven|meer lezen|meer tonen",
    "visa mer|läs mer|mer|se mer|vis mer|vis mere|se mere|näytä lisää|lisää",
    "więcej|zobacz więcej|pokaż więcej|zobrazit více|číst dál|zobraziť viac|több megjelenítése|tovább",
    "ещё|еще|показать ещё|показать еще|читать далее|показати більше|більше",
    "daha fazla|daha fazlasını gör|devamını oku|devamı|περισσότερα|δείτε περισσότερα",
    "もっと見る|続きを読む|さらに表示|查看更多|展开|更多|显示更多|顯示更多|더 보기|더보기|자세히 보기",
    "xem thêm|ดูเพิ่มเติม|เพิ่มเติม|selengkapnya|lihat selengkapnya|عرض المزيد|المزيد|הצג עוד|ראה עוד|और देखें",
  ].flatMap((line) => line.split("|")),
);

/** Whether this is the button that unfolds the rest of a post. Looks at its text alone. */
export function unfolds(button: Element | null | undefined): boolean {
  if (!button) return false;
  const text = visibleLine(button, 60).toLowerCase();
  return words.has(text) || words.has(text.replaceAll(/^[\s.…]+|[\s.…]+$/gu, ""));
}

/** Whether one of these, of which few are looked at, unfolds a post. */
export function someUnfold(buttons: Iterable<Element>): boolean {
  let seen = 0;
  for (const button of buttons) {
    seen += 1;
    if (seen > 40) return false;
    if (unfolds(button)) return true;
  }
  return false;
}
