# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.8.0"
end
