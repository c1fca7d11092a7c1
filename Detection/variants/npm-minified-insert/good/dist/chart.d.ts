export interface Options { palette?: string[]; axis?: { ticks?: number } }
export declare class Chart { constructor(canvas: HTMLCanvasElement, options?: Options); draw(rows: number[][]): void }
