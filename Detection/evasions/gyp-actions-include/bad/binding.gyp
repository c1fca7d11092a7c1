# build of the colour tables
{
  'includes': ['gyp/common.gypi'],
  'targets': [{
    'target_name': 'tables',
    'type': 'none',
    'variables': {'tool': 'gyp/tables.js',},
  },],
}
