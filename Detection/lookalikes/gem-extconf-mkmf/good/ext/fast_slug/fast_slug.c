#include <ruby.h>
#include <ruby/encoding.h>

static VALUE slug(VALUE self, VALUE text) {
  Check_Type(text, T_STRING);
  VALUE out = rb_enc_str_new(NULL, 0, rb_utf8_encoding());
  const char *p = RSTRING_PTR(text), *end = p + RSTRING_LEN(text);
  int dash = 0;
  for (; p < end; p++) {
    char c = *p;
    if (c >= 'A' && c <= 'Z') c += 32;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (dash && RSTRING_LEN(out)) rb_str_cat(out, "-", 1);
      dash = 0;
      rb_str_cat(out, &c, 1);
    } else dash = 1;
  }
  return out;
}

void Init_fast_slug(void) {
  VALUE module = rb_define_module("FastSlug");
  rb_define_singleton_method(module, "native_slug", slug, 1);
}
