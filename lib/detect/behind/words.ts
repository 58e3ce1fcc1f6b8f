/** Words by which pages lead to who stands behind them, in many languages. Matched on whole short texts. */

/** A page about its owner. */
const imprintWords =
  "impressum|imprint|anbieterkennzeichnung|anbieterkennung|legal notice|legal information|legal disclosure|company information|company details|" +
  "mentions l[ée]gales|informations l[ée]gales|aviso legal|avisos legales|informaci[óo]n legal|note legali|informazioni legali|dati societari|" +
  "colofon|juridische informatie|bedrijfsgegevens|informa[çc][õo]es legais|aviso jur[íi]dico|nota prawna|informacje prawne|dane firmy|o firmie|" +
  "tir[áa][žz]|právní informace|právne informácie|impresszum|cégadatok|jogi nyilatkozat|impresum|pravno obvestilo|podaci o tvrtki|" +
  "yritystiedot|oikeudellinen huomautus|företagsinformation|juridisk information|virksomhedsoplysninger|firmaopplysninger|" +
  "juridinė informacija|rekvizitai|juridiskā informācija|rekvizīti|juhinfo|ettevõtte andmed|informa[țt]ii legale|date companie|" +
  "правна информация|данни за фирмата|όροι και στοιχεία|στοιχεία εταιρείας|реквизиты|правовая информация|юридическая информация|реквізити|" +
  "künye|yasal bilgiler|şirket bilgileri|特定商取引法に基づく表記|特定商取引法|会社概要|회사소개|사업자정보|公司信息|關於我們|營業人資訊";
const contactWords =
  "contacts?|contact us|contact info(?:rmation)?|kontakt|kontaktieren sie uns|nous contacter|contactez-nous|contacto|cont[áa]ctanos|contatti|contattaci|contato|contatos|fale conosco|" +
  "contacteer ons|neem contact op|kontakta oss|kontakt os|kontakt oss|ota yhteyttä|yhteystiedot|kontakty|kapcsolat|elérhetőség|kontaktai|kontakti|kontaktid|" +
  "επικοινωνία|контакты|контакти|контакт|iletişim|bize ulaşın|お問い合わせ|문의하기|联系我们|聯絡我們|about us|über uns|qui sommes-nous|quiénes somos|chi siamo|over ons|om oss|om os|o nas|о компании|o nás|rólunk";
const termsWords =
  "terms(?: (?:of|and|&) (?:use|service|sale|conditions|conditions of sale))?|t&cs?|agb|allgemeine gesch[äa]ftsbedingungen|cgv|cgu|conditions g[ée]n[ée]rales(?: de vente)?|t[ée]rminos y condiciones|condiciones generales|" +
  "termini e condizioni|condizioni generali|algemene voorwaarden|termos e condi[çc][õo]es|regulamin|obchodní podmínky|obchodné podmienky|ászf|k[øo]psvillkor|handelsbetingelser|salgsbetingelser|toimitusehdot|όροι χρήσης|условия использования|kullanım koşulları|利用規約";

const whole = (words: string): RegExp => new RegExp(String.raw`^[\s>»|•·-]*(?:${words})[\s.:›»]*$`, "iu");

export const linkKinds = {
  imprint: whole(imprintWords),
  contact: whole(contactWords),
  terms: whole(termsWords),
};

/** Addresses and titles of imprint pages. */
export const imprintPath =
  /\/(?:impressum|imprint|legal-?notice|mentions-?legales|aviso-?legal|note-?legali|colofon|impresszum|impresum|company-?(?:info|information|details)|kunye|legal)(?:[/_.-]|$)/i;
export const imprintTitle = new RegExp(
  String.raw`(?:^|[|–—:·-]\s*)(?:${imprintWords})(?:\s*[|–—:·-]|\s*$)`,
  "iu",
);

/** Headings above the person who answers for a product in the European Union (GPSR, Regulation 2023/988, art. 16). */
export const responsibleWords =
  /\b(?:EU[- ]?)?responsible (?:person|economic operator)\b(?: (?:in|for|within) the EU)?|\bEU[- ]Verantwortliche|verantwortliche Person(?: (?:für|in) (?:die |der )?EU)?|verantwortlicher Wirtschaftsakteur|personne responsable(?: (?:dans|pour) l['’]UE)?|responsable (?:en|para) la UE|persona responsable|persona responsabile|responsabile (?:UE|nell['’]UE)|verantwoordelijke (?:persoon|marktdeelnemer)|pessoa responsável|osoba odpowiedzialna|podmiot odpowiedzialny|odpovědná osoba|zodpovedná osoba|felelős személy|ansvarig person|ansvarlig person|vastuuhenkilö|responsabil(?:ul)? (?:în )?UE|persoana responsabilă|отговорно лице|υπεύθυνο πρόσωπο|odgovorna os(?:oba|eba)|atsakingas asmuo|atbildīgā persona|vastutav isik/iu;
export const makerWords =
  /^(?:manufacturer(?: (?:information|details|contact))?|made by|hersteller(?:informationen|angaben)?|herstellerinformation|fabricant|informations? (?:sur le |du )?fabricant|fabricante|información del fabricante|produttore|fabbricante|fabrikant|producent|dane producenta|výrobce|výrobca|gyártó|tillverkare|producent(?:oplysninger)?|produsent|valmistaja|producător|производител|производитель|виробник|κατασκευαστής|proizvođač|proizvajalec|gamintojas|ražotājs|tootja|üretici|製造元|製造者|제조사|生产商)\s*:?\s*$/iu;
/** Before the name of who sells, where it is not the shop itself. */
export const sellerWords =
  /\b(?:sold(?: and shipped)? by|ships from and sold by|sold &(?:amp;)? shipped by|seller|verkauf(?:t)? (?:durch|von)|verkauf und versand durch|verkäufer|vendu (?:et expédié )?par|vendeur|vendido (?:y enviado )?por|vendedor|venduto (?:e spedito )?da|venditore|verkocht (?:en verzonden )?door|verkoper|vendido e entregue por|sprzedawca|sprzedaż(?:e|y)?|prodává|prodejce|predáva|eladó|säljs av|säljare|sælges af|sælger|selges av|myyjä|vândut de|vânzător|продавец|продавець|продавач|πωλητής|πωλείται από|satıcı|販売元|판매자|卖家)\s*:?\s+/iu;
