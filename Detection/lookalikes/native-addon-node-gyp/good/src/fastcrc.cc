#include <napi.h>
#include "table.h"

static uint32_t Update(uint32_t crc, const uint8_t* data, size_t length) {
  crc = ~crc;
  while (length--) crc = kTable[(crc ^ *data++) & 0xff] ^ (crc >> 8);
  return ~crc;
}

static Napi::Value Crc32(const Napi::CallbackInfo& info) {
  Napi::Env env = info.Env();
  if (info.Length() < 1 || !info[0].IsBuffer()) {
    Napi::TypeError::New(env, "expected a Buffer").ThrowAsJavaScriptException();
    return env.Null();
  }
  auto buffer = info[0].As<Napi::Buffer<uint8_t>>();
  uint32_t seed = info.Length() > 1 ? info[1].As<Napi::Number>().Uint32Value() : 0;
  return Napi::Number::New(env, Update(seed, buffer.Data(), buffer.Length()));
}

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  FillTable();
  exports.Set("crc32", Napi::Function::New(env, Crc32));
  return exports;
}

NODE_API_MODULE(fastcrc, Init)
