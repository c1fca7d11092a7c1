# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.1.1"
end
