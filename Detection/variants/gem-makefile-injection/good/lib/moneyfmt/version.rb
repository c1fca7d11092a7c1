# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.3.0"
end
