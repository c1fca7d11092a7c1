# frozen_string_literal: true

module Bundler
  module Clock
    VERSION = "1.1.0"

    def self.start(count)
      @count = count
      @started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end

    def self.stop
      seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - @started
      Bundler.ui.info(format("%<count>d dependencies in %<seconds>.1f s", count: @count, seconds: seconds))
    end
  end
end
