# frozen_string_literal: true

module Tailrail
  VERSION = "2.6.0"
  UPSTREAM = "3.4.4"
end
