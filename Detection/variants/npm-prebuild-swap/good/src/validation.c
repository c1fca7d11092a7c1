#include <node_api.h>

static napi_value is_valid(napi_env env, napi_callback_info info) {
  napi_value argument, result;
  size_t count = 1, size;
  unsigned char *bytes;
  napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
  napi_get_buffer_info(env, argument, (void **)&bytes, &size);
  bool ok = true;
  for (size_t i = 0; i < size && ok; i++) ok = bytes[i] < 0xf5;
  napi_get_boolean(env, ok, &result);
  return result;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, NULL, 0, is_valid, NULL, &function);
  return function;
}
