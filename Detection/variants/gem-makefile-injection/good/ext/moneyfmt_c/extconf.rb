require "mkmf"

$CFLAGS << " -O2"
create_makefile("moneyfmt_c")
