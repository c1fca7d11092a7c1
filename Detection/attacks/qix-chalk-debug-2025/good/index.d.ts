declare const colors: Readonly<Record<string, [number, number, number]>>;
export default colors;
