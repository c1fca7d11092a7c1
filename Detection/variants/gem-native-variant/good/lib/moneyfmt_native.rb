# frozen_string_literal: true

begin
  require "moneyfmt/#{RUBY_VERSION[/\d+\.\d+/]}/moneyfmt_c"
rescue LoadError
  require "moneyfmt"
end
