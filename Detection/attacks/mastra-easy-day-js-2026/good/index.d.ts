declare function dayjs(date?: string | number | Date): dayjs.Dayjs;
declare namespace dayjs {
  interface Dayjs { add(value: number, unit?: string): Dayjs; subtract(value: number, unit?: string): Dayjs; format(template?: string): string; diff(other: Dayjs, unit?: string): number; isValid(): boolean }
  function unix(time: number): Dayjs;
}
export = dayjs;
