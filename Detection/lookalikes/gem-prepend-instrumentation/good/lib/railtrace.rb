# frozen_string_literal: true

require_relative "railtrace/version"
require_relative "railtrace/reporter"
require_relative "railtrace/patches"

module Railtrace
  class << self
    attr_accessor :endpoint, :token, :enabled

    def configure
      yield self
      Patches.apply if enabled
    end

    def reporter
      @reporter ||= Reporter.new(endpoint || ENV["RAILTRACE_ENDPOINT"], token || ENV["RAILTRACE_TOKEN"])
    end
  end
end
