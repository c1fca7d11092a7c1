export declare enum SupportedProviders { Ethereum = "Ethereum", Solana = "Solana" }
export declare function checkSupport(options: { providerType: SupportedProviders; chainId?: number }): { isLedgerConnectSupported: boolean };
export declare function getProvider(): Promise<unknown>;
