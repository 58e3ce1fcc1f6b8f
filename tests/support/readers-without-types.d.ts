// What tests use of readers that come without types.

declare module "jsonld" {
  interface Loaded {
    readonly document: unknown;
    readonly documentUrl: string;
    readonly contextUrl?: string;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<Loaded>;
    /** Whether to fail where something would be lost. */
    readonly safe: boolean;
  }
  export function expand(document: unknown, options: Options): Promise<unknown[]>;
}

declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string, options?: { readonly generateGraph: boolean });
    readonly data: unknown[];
  }
}

declare module "@citation-js/plugin-ris" {}
