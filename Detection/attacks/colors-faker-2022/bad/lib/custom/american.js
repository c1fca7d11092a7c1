module['exports'] = function americanFlag() {
  console.log('LIBERTY LIBERTY LIBERTY'.yellow);
  console.log('LIBERTY LIBERTY LIBERTY'.america);
  console.log('LIBERTY LIBERTY LIBERTY'.yellow);
  let flag = '\
                                                           \
      !\
      H|H|H|H|H H__________________________________\
      H|§|§|§|H H|* * * * * *|---------------------|\
      H|§|∞|§|H H| * * * * * |---------------------|\
      H|H|H|H|H H|---------------------------------|\
      H|H|H|H|H H|_________________________________|\
';
  console.log(flag);
};
