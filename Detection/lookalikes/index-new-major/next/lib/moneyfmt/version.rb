# frozen_string_literal: true

module Moneyfmt
  VERSION = "2.0.0"
end
