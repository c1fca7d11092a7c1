# frozen_string_literal: true

module Railtrace
  VERSION = "2.3.0"
end
