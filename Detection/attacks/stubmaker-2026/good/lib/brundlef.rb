# frozen_string_literal: true

require "bundler"

module Brundlef
  VERSION = "2.5.3"

  def self.setup
    Bundler.setup
  end
end
