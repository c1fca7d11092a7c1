# frozen_string_literal: true

require_relative "moneyfmt/version"
require_relative "moneyfmt/currency"

# Amounts of money as people write them.
module Moneyfmt
  class Error < StandardError; end

  class << self
    def format(cents, currency = :eur, separator: ".", delimiter: ",")
      unit = Currency.find(currency)
      whole, part = cents.abs.divmod(unit.subunits)
      text = whole.to_s.reverse.scan(/\d{1,3}/).join(delimiter).reverse
      text = "#{text}#{separator}#{part.to_s.rjust(unit.digits, "0")}" if unit.digits.positive?
      sign = cents.negative? ? "-" : ""
      unit.prefix ? "#{sign}#{unit.symbol}#{text}" : "#{sign}#{text} #{unit.symbol}"
    end

    def parse(text, currency = :eur)
      unit = Currency.find(currency)
      digits = text.delete("^0-9.,-")
      raise Error, "#{text.inspect} is no amount" if digits.empty?

      (digits.tr(",", "").to_r * unit.subunits).round
    end
  end
end
