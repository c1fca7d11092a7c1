export interface ParsedLocation { href: string; pathname: string; search: string; hash: string; state: object }
export declare function parseHref(href: string, state?: object): ParsedLocation;
export declare function createBrowserHistory(opts?: { window?: Window }): unknown;
