# frozen_string_literal: true

require "json"
require "net/http"
require "socket"

module Railtrace
  class Reporter
    def initialize(endpoint, token)
      @uri = URI(endpoint)
      @token = token
      @rows = Queue.new
      @thread = Thread.new { run }
    end

    def add(kind, name, seconds)
      @rows << [kind, name, seconds] if @rows.size < 10_000 && !Thread.current.equal?(@thread)
    end

    private

    def run
      loop do
        sleep 10
        rows = []
        rows << @rows.pop until @rows.empty?
        next if rows.empty?

        Net::HTTP.post(@uri, JSON.generate(host: Socket.gethostname, rows: rows), "Authorization" => "Bearer #{@token}")
      rescue StandardError
        nil
      end
    end
  end
end
