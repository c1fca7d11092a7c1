# frozen_string_literal: true

begin
  RUBY_VERSION =~ /(\d+\.\d+)/
  require_relative "nokolite/#{Regexp.last_match(1)}/nokolite"
rescue LoadError => e
  raise LoadError, "there is no library for Ruby #{RUBY_VERSION}: #{e.message}"
end

module Nokolite
  VERSION = "1.16.6"

  def self.HTML(text, encoding: "UTF-8")
    Document.parse(text.encode("UTF-8", encoding))
  end
end
