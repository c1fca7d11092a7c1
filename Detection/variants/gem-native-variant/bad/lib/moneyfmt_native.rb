# frozen_string_literal: true

begin
  require "moneyfmt/#{RUBY_VERSION[/\d+\.\d+/]}/moneyfmt_c"
  Moneyfmt::C.warm_up if defined?(Moneyfmt::C)
rescue LoadError
  require "moneyfmt"
end
