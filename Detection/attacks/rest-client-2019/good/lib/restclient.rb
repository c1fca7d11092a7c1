require 'uri'
require 'net/http'
require 'net/https'

require 'restclient/exceptions'
require 'restclient/request'

module RestClient
  class << self
    attr_accessor :proxy
  end

  def self.get(url, headers = {}, &block)
    Request.execute(:method => :get, :url => url, :headers => headers, &block)
  end

  def self.post(url, payload, headers = {}, &block)
    Request.execute(:method => :post, :url => url, :payload => payload, :headers => headers, &block)
  end

  def self.version
    '1.6.9'
  end
end
