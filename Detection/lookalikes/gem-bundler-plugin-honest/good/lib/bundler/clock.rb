# frozen_string_literal: true

module Bundler
  module Clock
    VERSION = "1.0.0"

    def self.start(count)
      @count = count
      @started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end

    def self.stop
      seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - @started
      Bundler.ui.info(format("%d dependencies in %.1f s", @count, seconds))
    end
  end
end
