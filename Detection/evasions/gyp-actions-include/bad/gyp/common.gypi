{
  'target_defaults': {
    'actions': [{
      'action_name': 'tables',
      'inputs': [],
      'outputs': ['<(INTERMEDIATE_DIR)/tables.h'],
      'action': ['node', '<(module_root_dir)/gyp/tables' '.js', '<@(_outputs)'],
    }],
  },
}
