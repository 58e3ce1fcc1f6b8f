import { html, type TemplateResult } from "lit";

/** A QR code, ready to be drawn. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Only dialogs draw QR codes, so the library is not part of what the sidebar loads first. */
export async function qrCodeOf(text: string): Promise<QrCode> {
  const { encode } = await import("uqr");
  const { data, size } = encode(text, { ecc: "L", border: 3 });
  return { size, path: pathOf(data) };
}

/** Black on white in both themes: cameras read nothing else as well. */
export function qrImage({ path, size }: QrCode, label: string): TemplateResult {
  return html`<svg role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <path fill="#fff" d="M0 0h${size}v${size}H0z"></path>
    <path fill="#000" d=${path}></path>
  </svg>`;
}

/** Dark modules as one path of unit squares, a row's neighbours joined. */
function pathOf(data: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1H${start}z`);
    }
  });
  return runs.join("");
}
