#include <ruby.h>
static VALUE half(VALUE self, VALUE n) { return LONG2NUM(NUM2LONG(n) / 2); }
void Init_moneyfmt_c(void) { rb_define_global_function("moneyfmt_half", half, 1); }
