# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.0.0"
end
