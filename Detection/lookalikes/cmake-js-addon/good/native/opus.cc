#include <node_api.h>
extern "C" napi_value Init(napi_env env, napi_value exports) { return exports; }
NAPI_MODULE(opusflow, Init)
