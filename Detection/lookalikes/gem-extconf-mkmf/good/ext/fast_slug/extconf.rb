# frozen_string_literal: true

require "mkmf"

if RUBY_ENGINE == "jruby"
  File.write("Makefile", dummy_makefile($srcdir).join)
  exit
end

$CFLAGS << " -O3 -Wall -std=c99"
$CFLAGS << " -g" if ENV["FAST_SLUG_DEBUG"]

dir_config("icu")
have_header("string.h")
have_func("rb_enc_interned_str", "ruby.h")

unless find_header("ruby/encoding.h")
  abort "ruby/encoding.h is missing; install the headers of ruby"
end

if with_config("system-utf8proc", false)
  pkg_config("libutf8proc") || abort("libutf8proc was asked for and not found")
else
  $INCFLAGS << " -I$(srcdir)/vendor"
  $VPATH << "$(srcdir)/vendor"
end

create_makefile("fast_slug/fast_slug")
