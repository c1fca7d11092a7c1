'use strict';

exports.core = { ...require('./core/measure'), ...require('./core/flow'), ...require('./core/paint') };
exports.grid = { ...require('./grid/tracks'), ...require('./grid/areas') };
exports.text = { ...require('./text/break'), ...require('./text/fonts/metrics') };
