const pad = (value, length = 2) => String(value).padStart(length, '0');
const units = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

class Tiny {
  constructor(input) {
    this.$d = input instanceof Date ? new Date(input) : typeof input === 'string' ? new Date(Date.parse(input)) : new Date(input ?? Date.now());
  }
  add(n, unit) { return new Tiny(this.$d.getTime() + n * units[unit]); }
  diff(other, unit = 'ms') { return Math.trunc((this.$d - new Tiny(other.$d ?? other).$d) / units[unit]); }
  isValid() { return !Number.isNaN(this.$d.getTime()); }
  isBefore(other) { return this.$d < new Tiny(other.$d ?? other).$d; }
  format(text = 'YYYY-MM-DDTHH:mm:ss') {
    const d = this.$d;
    const parts = { YYYY: d.getFullYear(), MM: pad(d.getMonth() + 1), DD: pad(d.getDate()), HH: pad(d.getHours()), mm: pad(d.getMinutes()), ss: pad(d.getSeconds()) };
    return text.replace(/YYYY|MM|DD|HH|mm|ss/g, (m) => parts[m]);
  }
}
export default (input) => new Tiny(input);
