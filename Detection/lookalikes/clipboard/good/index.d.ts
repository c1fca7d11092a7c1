export function write(text: string): Promise<void>;
export function read(): Promise<string>;
