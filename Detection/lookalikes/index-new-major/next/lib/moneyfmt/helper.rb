# frozen_string_literal: true

module Moneyfmt
  # For views.
  module Helper
    def money(cents, currency = Moneyfmt.default_currency, **options)
      content_tag(:span, Moneyfmt.format(cents, currency, **options), class: "money")
    end
  end
end
