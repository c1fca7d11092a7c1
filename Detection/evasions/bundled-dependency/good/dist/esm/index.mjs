import cjs from '../cjs/index.cjs';

export const Queue = cjs.Queue;
export default Queue;
