export declare function clamp(value: number, min: number, max: number): number;
export declare function wrap(value: number, min: number, max: number): number;
//# sourceMappingURL=index.d.ts.map
