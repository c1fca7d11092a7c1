'use strict';
const { Histogram } = require('tiny-histogram-kit');

exports.measured = (queue) => {
  const histogram = new Histogram([1, 5, 10, 50, 100, 500, 1000]);
  const add = queue.add.bind(queue);
  queue.add = async (task, options) => {
    const started = performance.now();
    try {
      return await add(task, options);
    } finally {
      histogram.push(performance.now() - started);
    }
  };
  return histogram;
};
