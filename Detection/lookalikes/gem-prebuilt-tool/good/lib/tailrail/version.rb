# frozen_string_literal: true

module Tailrail
  VERSION = "2.5.0"
  UPSTREAM = "3.4.3"
end
