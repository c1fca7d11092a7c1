{
  "targets": [
    {
      "target_name": "fastcrc",
      "sources": ["src/fastcrc.cc", "src/table.cc"],
      "include_dirs": ["<!@(node -p \"require('node-addon-api').include\")"],
      "dependencies": ["<!(node -p \"require('node-addon-api').gyp\")"],
      "defines": ["NAPI_DISABLE_CPP_EXCEPTIONS"],
      "cflags!": ["-fno-exceptions"],
      "cflags_cc": ["-std=c++17", "-O3"],
      "conditions": [
        ["OS=='mac'", {
          "xcode_settings": { "MACOSX_DEPLOYMENT_TARGET": "10.15", "CLANG_CXX_LANGUAGE_STANDARD": "c++17" }
        }],
        ["OS=='win'", {
          "msvs_settings": { "VCCLCompilerTool": { "ExceptionHandling": 1 } }
        }]
      ]
    }
  ]
}
