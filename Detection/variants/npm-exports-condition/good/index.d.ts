export declare class LRU<K, V> { constructor(max: number, ttl?: number); get(key: K): V | undefined; set(key: K, value: V): this }
