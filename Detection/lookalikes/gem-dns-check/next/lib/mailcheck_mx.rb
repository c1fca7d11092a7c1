# frozen_string_literal: true

require "resolv"

# Whether mail to an address can arrive.
module MailcheckMx
  PATTERN = /\A[^@\s]+@(?<domain>[a-z0-9-]+(\.[a-z0-9-]+)+)\z/i
  DISPOSABLE = %w[mailinator.example.invalid trash.example.invalid].freeze

  Result = Struct.new(:valid, :reason)

  module_function

  def check(address, resolver: Resolv::DNS.new, timeout: 3)
    match = PATTERN.match(address.to_s)
    return Result.new(false, :syntax) unless match

    domain = match[:domain].downcase
    return Result.new(false, :disposable) if DISPOSABLE.include?(domain)

    resolver.timeouts = timeout
    records = resolver.getresources(domain, Resolv::DNS::Resource::IN::MX)
    return Result.new(false, :null_mx) if records.size == 1 && records.first.exchange.to_s.empty?
    return Result.new(true, :mx) unless records.empty?

    addresses = resolver.getresources(domain, Resolv::DNS::Resource::IN::A)
    addresses.empty? ? Result.new(false, :no_host) : Result.new(true, :a)
  rescue Resolv::ResolvError
    Result.new(false, :dns)
  end
end
