module['exports'] = function americanFlag() {
  var stripes = [];
  for (var row = 0; row < 13; row++) {
    var stars = row < 7 ? ' * * * * * *'.slice(row % 2) + ' ' : '';
    stripes.push((stars + Array(60).join(row % 2 ? '-' : '=')).slice(0, 60));
  }
  console.log('FREEDOM FREEDOM FREEDOM'.yellow);
  console.log(stripes.join('\n').red);
};
