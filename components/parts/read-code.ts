/**
 * The browser's own reader of codes, which Chrome has on some systems and Firefox has not. Where there is none, the
 * text is pasted. https://developer.mozilla.org/docs/Web/API/Barcode_Detection_API
 */
interface CodeReader {
  new (options: { readonly formats: readonly string[] }): {
    detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
  };
  getSupportedFormats(): Promise<readonly string[]>;
}

function reader(): CodeReader | undefined {
  return (globalThis as { readonly BarcodeDetector?: CodeReader }).BarcodeDetector;
}

export async function canReadCodes(): Promise<boolean> {
  return (await reader()?.getSupportedFormats())?.includes("qr_code") ?? false;
}

/** The text of the first code in a picture; `undefined` where there is none, or the file is no picture. */
export async function codeInPicture(picture: Blob): Promise<string | undefined> {
  const Reader = reader();
  if (!Reader) return undefined;
  try {
    const [code] = await new Reader({ formats: ["qr_code"] }).detect(await createImageBitmap(picture));
    return code?.rawValue;
  } catch {
    // A file that is no picture, or a reader that gave up on it: there is no code to be had, and the form says so.
    return undefined;
  }
}
