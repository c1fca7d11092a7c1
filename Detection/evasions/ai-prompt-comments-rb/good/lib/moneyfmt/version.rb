# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.1.0"
end
