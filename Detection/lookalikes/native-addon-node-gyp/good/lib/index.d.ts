/// <reference types="node" />
import { Transform } from 'stream';
export function crc32(input: Buffer | string, seed?: number): number;
export class Crc32Stream extends Transform {
  digest(format?: 'hex'): string | number;
}
