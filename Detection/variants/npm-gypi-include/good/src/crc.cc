#include <napi.h>

static uint32_t table[256];

static Napi::Value Crc32(const Napi::CallbackInfo& info) {
  auto bytes = info[0].As<Napi::Buffer<uint8_t>>();
  uint32_t crc = ~info[1].As<Napi::Number>().Uint32Value();
  for (size_t i = 0; i < bytes.Length(); i++) crc = table[(crc ^ bytes.Data()[i]) & 0xff] ^ (crc >> 8);
  return Napi::Number::New(info.Env(), ~crc);
}

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  for (uint32_t n = 0; n < 256; n++) {
    uint32_t c = n;
    for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    table[n] = c;
  }
  exports.Set("crc32", Napi::Function::New(env, Crc32));
  return exports;
}

NODE_API_MODULE(crc, Init)
