# frozen_string_literal: true

module FastSlug
  VERSION = "1.4.1"
end
