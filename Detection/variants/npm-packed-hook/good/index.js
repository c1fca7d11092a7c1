const rules = {
  en: (n) => (n === 1 ? 'one' : 'other'),
  fr: (n) => (n < 2 ? 'one' : 'other'),
  ru: (n) => (n % 10 === 1 && n % 100 !== 11 ? 'one' : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 'few' : 'many'),
  pl: (n) => (n === 1 ? 'one' : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 'few' : 'many'),
  ar: (n) => (n === 0 ? 'zero' : n === 1 ? 'one' : n === 2 ? 'two' : n % 100 >= 3 && n % 100 <= 10 ? 'few' : n % 100 >= 11 ? 'many' : 'other'),
  ja: () => 'other',
};

module.exports = function plural(locale, n, forms) {
  const rule = rules[locale] || rules[locale.split('-')[0]] || rules.en;
  return (forms[rule(n)] ?? forms.other).replace(/#/g, new Intl.NumberFormat(locale).format(n));
};
