# frozen_string_literal: true

module Moneyfmt
  VERSION = "0.5.0"
end
