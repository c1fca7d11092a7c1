# frozen_string_literal: true

module Moneyfmt
  VERSION = "2.1.0"
end
