const plugin = require('tailwindcss/plugin');

const directions = { t: 'to top', tr: 'to top right', r: 'to right', br: 'to bottom right', b: 'to bottom', bl: 'to bottom left', l: 'to left', tl: 'to top left' };

module.exports = plugin(({ matchUtilities, theme }) => {
  matchUtilities(Object.fromEntries(Object.entries(directions).map(([key, direction]) => [`bg-grad-${key}`, (value) => ({
    backgroundImage: `linear-gradient(${direction}, ${Array.isArray(value) ? value.join(', ') : value})`,
  })])), { values: theme('gradients') });
}, { theme: { gradients: { sunset: ['#f97316', '#db2777'], ocean: ['#0ea5e9', '#1e3a8a'], moss: ['#84cc16', '#14532d'] } } });
