# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.2.1"
end
