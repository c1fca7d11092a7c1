module.exports = () => process.memoryUsage().rss;
