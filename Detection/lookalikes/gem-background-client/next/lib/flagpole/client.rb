# frozen_string_literal: true

require "json"
require "net/http"
require "uri"

module Flagpole
  # Feature flags, kept fresh by a thread.
  class Client
    def initialize(url: ENV.fetch("FLAGPOLE_URL"), token: ENV["FLAGPOLE_TOKEN"], interval: 30, logger: nil)
      @uri = URI.join(url, "/api/client/features")
      @token = token
      @interval = interval
      @logger = logger
      @flags = {}
      @mutex = Mutex.new
    end

    def start
      @thread ||= Thread.new do
        loop do
          refresh
          sleep @interval
        rescue StandardError => e
          @logger&.warn("flagpole: #{e.message}")
          sleep @interval * 2
        end
      end
      self
    end

    def enabled?(name, context = {})
      flag = @mutex.synchronize { @flags[name.to_s] }
      return false unless flag && flag["enabled"]

      strategy(flag["strategy"] || "default", context, flag["parameters"] || {})
    end

    private

    def refresh
      request = Net::HTTP::Get.new(@uri)
      request["Authorization"] = @token if @token
      request["If-None-Match"] = @etag if @etag
      response = Net::HTTP.start(@uri.host, @uri.port, use_ssl: @uri.scheme == "https") { |http| http.request(request) }
      return if response.code == "304"
      raise "the server answered #{response.code}" unless response.code == "200"

      @etag = response["ETag"]
      flags = JSON.parse(response.body).fetch("features").to_h { |f| [f["name"], f] }
      @mutex.synchronize { @flags = flags }
    end

    def strategy(name, context, parameters)
      case name
      when "default" then true
      when "userWithId" then parameters["userIds"].to_s.split(",").include?(context[:user_id].to_s)
      when "environment" then parameters["names"].to_s.split(",").map(&:strip).include?(ENV["RAILS_ENV"] || "development")
      else false
      end
    end
  end
end
