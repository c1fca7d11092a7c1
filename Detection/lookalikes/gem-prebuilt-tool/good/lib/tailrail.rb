# frozen_string_literal: true

require_relative "tailrail/version"
require_relative "tailrail/binary"

module Tailrail
  Error = Class.new(StandardError) unless const_defined?(:Error)
end
