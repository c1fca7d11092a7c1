# frozen_string_literal: true

module Moneyfmt
  VERSION = "1.9.4"
end
