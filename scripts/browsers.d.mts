export declare const sandboxArguments: string[];
export declare function findChromium(): string | undefined;
export declare function findFirefox(): string | undefined;
