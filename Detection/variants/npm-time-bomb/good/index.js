const fixed = { '01-01': 'New Year', '05-01': 'Labour Day', '12-25': 'Christmas Day', '12-26': 'Second Day of Christmas' };

export function easter(year) {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const d = Math.floor(b / 4), e = b % 4, f = Math.floor((b + 8) / 25), g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31), day = ((h + l - 7 * m + 114) % 31) + 1;
  return new Date(Date.UTC(year, month - 1, day));
}

export function holidays(year) {
  const out = Object.entries(fixed).map(([date, name]) => ({ date: `${year}-${date}`, name }));
  const sunday = easter(year).getTime();
  for (const [shift, name] of [[-2, 'Good Friday'], [1, 'Easter Monday'], [39, 'Ascension'], [50, 'Whit Monday']]) {
    out.push({ date: new Date(sunday + shift * 86400000).toISOString().slice(0, 10), name });
  }
  return out.sort((x, y) => (x.date < y.date ? -1 : 1));
}
