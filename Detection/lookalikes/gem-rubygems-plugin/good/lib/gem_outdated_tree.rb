# frozen_string_literal: true

module GemOutdatedTree
  VERSION = "2.0.1"
end
