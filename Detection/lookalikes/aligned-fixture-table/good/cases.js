export const cases = [
  { front: '#000000', back: '#ffffff', ratio: 21 },                                                                                                                                                                                                                              // black on white
  { front: '#777777', back: '#ffffff', ratio: 4.48 },                                                                                                                                                                                                                            // just below AA
  { front: '#767676', back: '#ffffff', ratio: 4.54 },                                                                                                                                                                                                                            // just above AA
];
