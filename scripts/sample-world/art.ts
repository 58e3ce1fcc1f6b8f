import type { ArtKind } from "./brands.ts";

/** Line drawings on a 240 × 180 sheet; `a` is the main colour, `b` a light one, `c` the ink. */
type Draw = (colours: { readonly a: string; readonly b: string; readonly c: string }) => string;

const drawings: Readonly<Record<ArtKind, Draw>> = {
  shoe: ({ a, b, c }) =>
    `<path d="M44 112c-4-18-3-38 2-52 3-8 10-10 15-3 8 11 20 12 31 4 5-4 10-2 12 3 8 19 30 27 58 32 26 5 36 12 36 26z" fill="${a}"/><path d="M36 112h164c5 0 7 6 5 12-3 9-8 12-16 12H54c-12 0-20-9-18-24z" fill="${c}"/><path d="M50 124h146" stroke="${b}" stroke-width="4" stroke-dasharray="9 7"/><path d="M98 76l14-10M112 86l13-11M128 93l11-12" stroke="${b}" stroke-width="5" stroke-linecap="round"/><path d="M52 92c14 6 30 8 48 6" fill="none" stroke="${b}" stroke-width="6" stroke-linecap="round"/>`,
  boot: ({ a, b, c }) =>
    `<path d="M74 30h56q4 0 4 5c-1 24 4 42 16 52 8 6 22 8 32 11 12 4 18 10 18 22H68c4-30 2-58 1-84q0-6 5-6z" fill="${a}"/><path d="M64 120h138c4 0 5 4 4 9-2 10-8 15-17 15h-68v-8H96v8H72c-8 0-11-4-10-12z" fill="${c}"/><path d="M116 52l20-4M118 66l20-5M122 80l20-7M130 92l17-9" stroke="${b}" stroke-width="5" stroke-linecap="round"/><path d="M70 40h62" stroke="${b}" stroke-width="5"/>`,
  sneaker: ({ a, b, c }) =>
    `<path d="M42 118V70q0-10 10-8c14 3 26 0 36-8 6-4 11-3 15 3 12 19 34 28 60 33 25 5 37 12 37 28z" fill="${a}"/><path d="M38 116h164q5 0 4 8c-1 8-6 12-14 12H54c-12 0-18-8-16-20z" fill="${b}" stroke="${c}" stroke-width="4"/><path d="M168 92c-9 4-12 13-10 24h42c0-14-12-20-32-24z" fill="${b}"/><path d="M96 72l15-9M108 82l14-10M122 90l12-11" stroke="${c}" stroke-width="4" stroke-linecap="round"/>`,
  jacket: ({ a, b, c }) =>
    `<path d="M92 34h56l30 20 26 74-24 10-14-40v54H74v-54l-14 40-24-10 26-74z" fill="${a}"/><path d="M120 36v116" stroke="${b}" stroke-width="4"/><path d="M92 34q28 26 56 0l-8-10h-40z" fill="${c}"/><path d="M84 118h24M132 118h24" stroke="${b}" stroke-width="4" stroke-linecap="round"/>`,
  kettle: ({ a, b, c }) =>
    `<path d="M82 66h74l16 82H66z" fill="${a}"/><path d="M70 108C44 104 40 74 28 60" fill="none" stroke="${a}" stroke-width="11" stroke-linecap="round"/><path d="M158 78c40-8 44 46 8 54" fill="none" stroke="${c}" stroke-width="11"/><path d="M88 66q31-26 62 0z" fill="${c}"/><circle cx="119" cy="46" r="7" fill="${c}"/><path d="M86 128h66" stroke="${b}" stroke-width="4"/>`,
  headphones: ({ a, b, c }) =>
    `<path d="M60 112V94a60 60 0 0 1 120 0v18" fill="none" stroke="${c}" stroke-width="12"/><rect x="44" y="98" width="36" height="58" rx="17" fill="${a}"/><rect x="160" y="98" width="36" height="58" rx="17" fill="${a}"/><path d="M62 112v30M178 112v30" stroke="${b}" stroke-width="5" stroke-linecap="round"/>`,
  tea: ({ a, b, c }) =>
    `<path d="M72 50h96v104H72z" fill="${a}"/><path d="M68 38h104v16H68z" fill="${c}"/><path d="M120 136c-30-14-26-46 0-58 26 12 30 44 0 58z" fill="${b}"/><path d="M120 136V88" stroke="${a}" stroke-width="4"/>`,
  bicycle: ({ a, c }) =>
    `<g fill="none" stroke="${c}" stroke-width="7"><circle cx="68" cy="118" r="34"/><circle cx="174" cy="118" r="34"/></g><path d="M68 118l32-54h58l-40 54H68M158 64l16 54M100 64l18 54M158 64l-4-16h16" fill="none" stroke="${a}" stroke-width="8" stroke-linejoin="round" stroke-linecap="round"/><path d="M88 58h24" stroke="${c}" stroke-width="8" stroke-linecap="round"/>`,
  bottle: ({ a, b, c }) =>
    `<rect x="82" y="66" width="76" height="92" rx="12" fill="${a}"/><rect x="102" y="34" width="36" height="32" rx="4" fill="${c}"/><rect x="96" y="92" width="48" height="38" fill="${b}"/><path d="M104 104h32M104 116h20" stroke="${c}" stroke-width="3"/>`,
  tablet: ({ a, b, c }) =>
    `<rect x="44" y="34" width="152" height="114" rx="12" fill="${c}"/><rect x="54" y="44" width="132" height="94" fill="${b}"/><path d="M54 112l40-34 28 24 24-18 40 34v20H54z" fill="${a}"/><circle cx="156" cy="66" r="10" fill="${a}"/>`,
  chair: ({ a, b, c }) =>
    `<path d="M80 30h80v58H80z" fill="${a}"/><path d="M72 96h96v16H72z" fill="${c}"/><path d="M80 112l-8 44M160 112l8 44M96 112v38M144 112v38" stroke="${a}" stroke-width="8" stroke-linecap="round"/><path d="M94 44v30M120 44v30M146 44v30" stroke="${b}" stroke-width="5"/>`,
  pencil: ({ a, b, c }) =>
    `<path d="M52 132l96-96 24 24-96 96-32 8z" fill="${a}"/><path d="M52 132l24 24-32 8z" fill="${b}"/><path d="M46 156l6 6-9 2z" fill="${c}"/><path d="M148 36l12-12q8-4 16 4l8 8q8 8 0 14l-12 10z" fill="${c}"/>`,
  oil: ({ a, b, c }) =>
    `<path d="M104 30h32v30q26 14 26 44v52H78v-52q0-30 26-44z" fill="${a}"/><path d="M100 22h40v14h-40z" fill="${c}"/><rect x="78" y="104" width="84" height="36" fill="${b}"/><ellipse cx="120" cy="122" rx="15" ry="10" fill="${a}"/>`,
  toy: ({ a, b, c }) =>
    `<circle cx="120" cy="96" r="56" fill="none" stroke="${a}" stroke-width="18"/><circle cx="120" cy="40" r="16" fill="${c}"/><circle cx="72" cy="124" r="16" fill="${c}"/><circle cx="168" cy="124" r="16" fill="${c}"/><circle cx="120" cy="96" r="18" fill="${b}"/><path d="M112 96h16" stroke="${c}" stroke-width="4"/>`,
  mug: ({ a, b, c }) =>
    `<path d="M70 54h84v76q0 24-24 24H94q-24 0-24-24z" fill="${a}"/><path d="M154 74c46-6 46 56 0 50" fill="none" stroke="${a}" stroke-width="12"/><path d="M70 86h84" stroke="${b}" stroke-width="12"/><path d="M92 40q8-10 0-20M116 40q8-10 0-20" fill="none" stroke="${c}" stroke-width="5" stroke-linecap="round"/>`,
  bread: ({ a, b, c }) =>
    `<path d="M40 112c0-46 44-68 80-68s80 22 80 68q0 38-28 38H68q-28 0-28-38z" fill="${a}"/><path d="M84 66l22 28M116 60l22 28M148 66l16 24" stroke="${b}" stroke-width="7" stroke-linecap="round"/><path d="M60 150h120" stroke="${c}" stroke-width="5"/>`,
};

/** A picture of a product in the colours of its maker. Uses no style attribute, so strict policies allow it. */
export function drawing(kind: ArtKind, hue: number, label: string): string {
  const colours = { a: `hsl(${hue} 52% 46%)`, b: `hsl(${hue} 60% 90%)`, c: `hsl(${hue} 34% 22%)` };
  return `<svg class="art" viewBox="0 0 240 180" role="img" aria-label="${label.replaceAll('"', "&quot;")}"><rect width="240" height="180" fill="hsl(${hue} 46% 95%)"/>${drawings[kind](colours)}</svg>`;
}
