# frozen_string_literal: true

module Moneyfmt
  Currency = Struct.new(:code, :symbol, :digits, :prefix) do
    def subunits
      10**digits
    end

    def self.find(code)
      ALL.fetch(code.to_s.downcase.to_sym) { raise Error, "unknown currency #{code}" }
    end
  end

  ALL = {
    eur: Currency.new("EUR", "€", 2, false),
    usd: Currency.new("USD", "$", 2, true),
    gbp: Currency.new("GBP", "£", 2, true),
    jpy: Currency.new("JPY", "¥", 0, true),
  }.freeze
  Currency.const_set(:ALL, ALL)
end
