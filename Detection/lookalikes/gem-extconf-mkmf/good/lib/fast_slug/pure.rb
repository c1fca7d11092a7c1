# frozen_string_literal: true

module FastSlug
  def self.native_slug(text)
    text.downcase.gsub(/[^a-z0-9]+/, "-").gsub(/\A-|-\z/, "")
  end
end
