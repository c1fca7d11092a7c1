export interface ChromeUser { identity: { account_number: string; user: { username: string; email: string; is_org_admin: boolean } } }
export interface ChromeAPI { isBeta(): boolean; getBundle(): string; auth: { getUser(): Promise<ChromeUser | void>; getToken(): Promise<string> } }
export interface Permission { app: string; resource: string; verb: string }
export declare const bundles: readonly string[];
export declare function isBeta(chrome: ChromeAPI): boolean;
export declare function permissionParts(permission: string): Permission;
export declare function matches(granted: string, wanted: string): boolean;
