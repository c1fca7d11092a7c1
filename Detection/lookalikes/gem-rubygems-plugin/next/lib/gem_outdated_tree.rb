# frozen_string_literal: true

module GemOutdatedTree
  VERSION = "2.1.0"
end
