# frozen_string_literal: true

require_relative "fast_slug/version"

begin
  require "fast_slug/fast_slug"
rescue LoadError
  require_relative "fast_slug/pure"
end

module FastSlug
  SEPARATORS = %w[- _ .].freeze

  def self.call(text, separator: "-")
    raise ArgumentError, "unknown separator #{separator.inspect}" unless SEPARATORS.include?(separator)

    slug = native_slug(text.to_s.unicode_normalize(:nfc))
    separator == "-" ? slug : slug.tr("-", separator)
  end
end
