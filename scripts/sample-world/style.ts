/** One style sheet per site: the same bones, its own colours and shapes. */
export function styleOf(hue: number, look: "brand" | "shop" | "plain" = "brand"): string {
  const radius = { brand: "14px", shop: "8px", plain: "0" }[look];
  const heading = { brand: "Georgia, 'Times New Roman', serif", shop: "inherit", plain: "inherit" }[look];
  return `
:root { --ink: hsl(${hue} 24% 14%); --accent: hsl(${hue} 56% 36%); --soft: hsl(${hue} 42% 96%); --line: hsl(${hue} 20% 86%); --radius: ${radius}; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
a { color: var(--accent); }
.bar { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: center; padding: 14px 5vw; border-bottom: 1px solid var(--line); }
.bar .brand { font-family: ${heading}; font-weight: 700; font-size: 21px; color: inherit; text-decoration: none; margin-inline-end: auto; }
.bar nav { display: flex; flex-wrap: wrap; gap: 20px; }
.bar nav a { color: inherit; text-decoration: none; }
main { padding: 28px 5vw 64px; max-width: 1240px; margin: 0 auto; }
h1, h2 { font-family: ${heading}; line-height: 1.15; text-wrap: balance; }
h1 { font-size: clamp(30px, 4.4vw, 54px); margin: 0 0 14px; }
h2 { font-size: 26px; margin: 44px 0 16px; }
.hero { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; align-items: center; padding: 28px 0 40px; }
.lead { font-size: 19px; max-width: 46ch; }
.art { display: block; width: 100%; height: auto; border-radius: var(--radius); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 28px; list-style: none; padding: 0; margin: 0; }
.card { color: inherit; text-decoration: none; display: block; }
.card b { display: block; margin-top: 10px; }
.muted { color: hsl(${hue} 10% 40%); font-size: 14px; }
.button { display: inline-block; padding: 12px 24px; border: 0; border-radius: var(--radius); background: var(--accent); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.product { display: grid; grid-template-columns: 1.1fr 1fr; gap: 48px; padding-top: 8px; }
.price { font-size: 26px; font-weight: 700; }
.stars { color: hsl(36 90% 38%); font-weight: 600; }
.review { padding: 16px 0; border-top: 1px solid var(--line); max-width: 70ch; }
.review p { margin: 6px 0 0; }
.panel { background: var(--soft); border-radius: var(--radius); padding: 24px; }
.post { max-width: 600px; margin: 0 auto; padding: 18px; border: 1px solid var(--line); border-top: 0; }
.post header { display: flex; gap: 8px; align-items: baseline; }
.text { max-width: 68ch; margin: 0 auto; }
.text p { font-size: 18px; }
form.narrow { max-width: 360px; margin: 64px auto; display: grid; gap: 14px; }
input { font: inherit; padding: 10px 12px; border: 1px solid hsl(${hue} 10% 55%); border-radius: 6px; width: 100%; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: start; padding: 6px 10px; border: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); padding: 28px 5vw; font-size: 14px; color: hsl(${hue} 10% 36%); }
@media (max-width: 760px) { .hero, .product { grid-template-columns: 1fr; } }
`;
}
