module.exports = 'peace';
