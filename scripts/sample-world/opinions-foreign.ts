interface Opinions {
  readonly good: readonly string[];
  readonly mixed: readonly string[];
  readonly bad: readonly string[];
}

/** Whole opinions about nothing in particular, in the languages of the world's people. */
export const foreignOpinions: Readonly<Record<string, Opinions>> = {
  de: {
    good: [
      "Seit drei Jahren täglich in Gebrauch, nichts wackelt.",
      "Ehrliche Ware, fairer Preis. Gern wieder.",
      "Kam am nächsten Tag, gut verpackt, alles vollständig.",
      "Hält, was es verspricht – und das ist selten geworden.",
      "Ersatzteile gibt es auch nach Jahren noch. So muss das.",
    ],
    mixed: [
      "Ganz ordentlich, aber für den Preis hätte ich mehr erwartet.",
      "Gut gemacht, nur die Lieferung hat ewig gedauert.",
      "Nicht schlecht, nicht großartig.",
    ],
    bad: [
      "Nach acht Wochen kaputt, und am Telefon nur Musik.",
      "Die Größentabelle stimmt hinten und vorne nicht.",
      "Rückgabe angeblich kostenlos – abgezogen wurden neun Euro.",
      "Billig verarbeitet, die Naht ging schon beim Auspacken auf.",
    ],
  },
  fr: {
    good: [
      "Solide, confortable, rien à redire.",
      "Livré en deux jours et très bien emballé.",
      "Le service client a répondu le soir même, chapeau.",
      "Je le rachèterais sans hésiter.",
    ],
    mixed: [
      "Correct, mais un peu cher pour ce que c’est.",
      "Belle matière, taille trop petite d’une demi-pointure.",
    ],
    bad: [
      "Cassé au bout d’un mois, et le SAV fait le mort.",
      "La photo ne ressemble pas du tout au produit reçu.",
      "Trois semaines d’attente pour recevoir le mauvais modèle.",
    ],
  },
  es: {
    good: [
      "Muy cómodo desde el primer día.",
      "Llegó antes de lo previsto y bien embalado.",
      "Buena relación calidad-precio, repetiré.",
    ],
    mixed: ["Está bien, pero esperaba algo más por este precio.", "Bonito, aunque la talla engaña."],
    bad: [
      "Se rompió a las tres semanas y nadie contesta.",
      "La devolución me costó más que el producto.",
      "Nada que ver con la foto.",
    ],
  },
  it: {
    good: [
      "Fatto bene, si vede la cura.",
      "Spedizione velocissima, ottimo servizio.",
      "Lo uso tutti i giorni da un anno: perfetto.",
    ],
    mixed: ["Buono, ma il prezzo è salito troppo."],
    bad: ["Dopo due mesi già da buttare.", "Assistenza inesistente."],
  },
  pl: {
    good: [
      "Solidne wykonanie, polecam.",
      "Przyszło następnego dnia, wszystko zgodne z opisem.",
      "Noszę codziennie i nadal wygląda jak nowe.",
    ],
    mixed: ["W porządku, ale za tę cenę spodziewałem się więcej."],
    bad: ["Rozpadło się po miesiącu, reklamacja odrzucona.", "Obsługa nie odpisuje na maile."],
  },
  pt: {
    good: ["Muito bom, chegou rápido e bem embalado.", "Uso todos os dias há um ano, sem queixas."],
    mixed: ["É bom, mas esperava mais por este preço."],
    bad: ["Partiu-se ao fim de duas semanas.", "O apoio ao cliente nunca respondeu."],
  },
  nl: {
    good: ["Degelijk spul, netjes geleverd.", "Na twee jaar nog als nieuw."],
    mixed: ["Prima, maar niet goedkoop."],
    bad: ["Na een maand stuk en niemand die de telefoon opneemt.", "De maat klopt van geen kant."],
  },
  tr: {
    good: ["Çok sağlam, iki yıldır kullanıyorum.", "Ertesi gün geldi, paketleme harikaydı."],
    mixed: ["Fena değil ama pahalı."],
    bad: ["Bir ayda bozuldu, kimse cevap vermiyor."],
  },
  ja: {
    good: [
      "毎日使っていますが、とても書きやすいです。",
      "丁寧な作りで、長く使えそうです。",
      "翌日に届きました。梱包もきれいでした。",
      "値段以上の価値があると思います。",
    ],
    mixed: ["悪くはないですが、少し高いと思います。", "デザインは好きですが、サイズが小さめです。"],
    bad: ["二か月で壊れました。問い合わせの返事もありません。", "写真と色がまったく違いました。"],
  },
  ar: {
    good: [
      "جودة ممتازة وطعم أصيل، أنصح به بشدة.",
      "وصل الطلب في يومين وبتغليف جيد.",
      "أستخدمه منذ سنة ولم أندم.",
    ],
    mixed: ["جيد لكن السعر مرتفع قليلاً."],
    bad: ["تعطّل بعد شهر ولم يردّ عليّ أحد.", "المنتج لا يشبه الصورة إطلاقاً."],
  },
  he: {
    good: ["איכות מצוינת, משתמש בזה כל יום.", "הגיע מהר ובאריזה יפה. ממליצה."],
    mixed: ["לא רע, אבל יקר מדי."],
    bad: ["התפרק אחרי שלושה שבועות ואין עם מי לדבר."],
  },
  ru: {
    good: ["Отличное качество, ношу второй год.", "Доставили быстро, всё целое."],
    mixed: ["Неплохо, но дороговато."],
    bad: ["Сломалось через месяц, поддержка молчит."],
  },
  hi: {
    good: ["बहुत अच्छी गुणवत्ता, दाम भी ठीक है।", "समय पर मिला, पैकिंग बढ़िया थी।"],
    mixed: ["ठीक है, पर दाम ज़्यादा है।"],
    bad: ["एक महीने में टूट गया, कोई जवाब नहीं देता।"],
  },
  zh: {
    good: ["质量很好，用了一年还像新的。", "第二天就到了，包装很仔细。"],
    mixed: ["还可以，就是有点贵。"],
    bad: ["用了不到两个月就坏了，客服一直不回复。"],
  },
  ko: {
    good: ["품질이 정말 좋아요. 매일 씁니다.", "다음 날 도착했고 포장도 꼼꼼했어요."],
    mixed: ["나쁘지 않지만 조금 비싸요."],
    bad: ["한 달 만에 고장 났고 답변도 없어요."],
  },
};
