'use strict'

const shades = (base, list) => Object.fromEntries(list.map(([name, value]) => [`${base}-${name}`, value]))

module.exports = {
  ...shades('gray', [['50', '#fcfcfc'], ['100', '#f3f4f6'], ['200', '#ebeced'], ['600', '#5f6368']]),
  ...shades('blue', [['100', '#edf1fd'], ['500', '#204ecf'], ['700', '#183a9e']]),
  ...shades('red', [['100', '#fdedea'], ['500', '#d42551']])
}
