var colors = require('./lib/colors');
module['exports'] = colors;
