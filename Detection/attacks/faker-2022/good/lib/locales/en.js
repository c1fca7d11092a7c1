module.exports = {
  title: 'English',
  name: {
    first_name: ['Ada', 'Alan', 'Barbara', 'Claude', 'Dorothy', 'Edsger', 'Grace', 'Hedy', 'John', 'Katherine'],
    last_name: ['Blue', 'Brook', 'Field', 'Forest', 'Hill', 'Lake', 'Marsh', 'Stone', 'Vale', 'Wood']
  }
};
