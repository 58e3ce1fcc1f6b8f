/**
 * What shops write before the name of a product's brand, by language; lower case, without the colon. Words that
 * several languages share stand once, with the first of them.
 */
const brandLabels = [
  // English, German, French, Spanish, Italian, Portuguese, Dutch
  "brand|brand name|brandname|product brand|item brand|marke|markenname|produktmarke",
  "marque|nom de la marque|marque du produit|marca|marca del producto|nombre de la marca|nome del marchio|marchio|brand/marca",
  "marca do produto|nome da marca|fabricante/marca|merk|merknaam|productmerk|artikelmerk",
  // Swedish, Danish, Norwegian, Finnish, Estonian, Latvian, Lithuanian, Icelandic
  "märke|varumärke|varumärkesnamn|mærke|varemærke|mærkevare|merke|varemerke|merkki|tuotemerkki|brändi|bränd|kaubamärk",
  "tootemark|zīmols|preču zīme|prekės ženklas|prekinis ženklas|gamintojo prekės ženklas|vörumerki",
  // Polish, Czech, Slovak, Slovene, Croatian, Serbian, Hungarian, Romanian, Albanian
  "marka|marka produktu|značka|značka produktu|znamka|blagovna znamka|robna marka|brend|márka|márkanév|brand/márka|marcă|brandul|marka e produktit",
  // Greek, Russian, Ukrainian, Bulgarian, Macedonian, Kazakh
  "μάρκα|επωνυμία|бренд|марка|торговая марка|торгова марка|название бренда|търговска марка|марка на производот|тауар белгісі",
  // Turkish, Arabic, Persian, Hebrew, Hindi, Bengali, Urdu
  "markası|ürün markası|العلامة التجارية|علامة تجارية|الماركة|ماركة|اسم العلامة التجارية|البراند|برند|نام تجاری|מותג|מותג המוצר|ब्रांड|ब्रांड का नाम|ব্র্যান্ড|برانڈ",
  // Japanese, Chinese, Korean, Thai, Vietnamese, Indonesian, Malay, Filipino
  "ブランド|ブランド名|品牌|品牌名|品牌名称|品牌名稱|商品品牌|브랜드|브랜드명|상표|แบรนด์|ยี่ห้อ|ตราสินค้า|thương hiệu|nhãn hiệu|merek|merk produk|jenama|tatak",
];

/** What they write before the name of the company that makes it. */
const companyLabels = [
  "manufacturer|manufacturer name|maker|made by|producer|hersteller|herstellername|produzent|fabricant|fabriqué par",
  "constructeur|fabricante|hecho por|produttore|produttore/marca|marchio produttore|fabbricante|fabrikant|producent|tillverkare|fabrikat|produsent",
  "valmistaja|tootja|ražotājs|gamintojas|framleiðandi|výrobce|výrobca|proizvajalec|proizvođač|proizvodjac|gyártó|producător|producator|prodhuesi",
  "κατασκευαστής|производитель|виробник|производител|производитель/бренд|өндіруші|üretici|üretici firma|الشركة المصنعة|المصنع|اسم الشركة المصنعة|سازنده",
  "יצרן|निर्माता|メーカー|メーカー名|製造元|発売元|制造商|製造商|生产厂家|生產廠商|厂商|廠商|厂家|제조사|제조업체|제조자|ผู้ผลิต|nhà sản xuất|produsen|pengeluar",
];

const words = (rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split("|"));

const labels: ReadonlyMap<string, "row" | "company-row"> = new Map([
  ...words(companyLabels).map((label) => [label, "company-row"] as const),
  ...words(brandLabels).map((label) => [label, "row"] as const),
]);

const longestLabel = 30;

/** What a label asks for; `undefined` where it is no label of a maker. */
export function labelKind(text: string): "row" | "company-row" | undefined {
  if (text.length > longestLabel + 8) return undefined;
  const bare = text
    .toLowerCase()
    .replace(/^[\s•·*–-]+|[\s:：.*\u200e\u200f]+$/gu, "")
    .replace(/\s+/gu, " ");
  return bare.length > longestLabel ? undefined : labels.get(bare);
}
