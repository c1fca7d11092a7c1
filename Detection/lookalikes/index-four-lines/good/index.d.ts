export function format(bytes: number, options?: { binary?: boolean; digits?: number; locale?: string }): string;
export function parse(text: string): number;
