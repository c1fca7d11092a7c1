{
  "targets": [{
    "target_name": "leveldown",
    "sources": ["binding.cc"],
    "include_dirs": ["deps/leveldb/include"],
    "cflags_cc": ["-fno-rtti", "-std=c++17"]
  }]
}
