{
  'targets': [
    { 'target_name': 'validation', 'sources': ['src/validation.c'], 'cflags': ['-O3'] }
  ]
}
