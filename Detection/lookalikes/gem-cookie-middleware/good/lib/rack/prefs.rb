# frozen_string_literal: true

require "base64"
require "json"
require "openssl"
require "rack"

module Rack
  # Preferences of a visitor in a signed cookie.
  class Prefs
    COOKIE = "_prefs"

    def initialize(app, secret:, defaults: {})
      @app = app
      @secret = secret
      @defaults = defaults
    end

    def call(env)
      request = Rack::Request.new(env)
      env["rack.prefs"] = @defaults.merge(load(request.cookies[COOKIE]))
      status, headers, body = @app.call(env)
      changed = env["rack.prefs.changed"]
      Rack::Utils.set_cookie_header!(headers, COOKIE, value: dump(changed), path: "/", httponly: true) if changed
      [status, headers, body]
    end

    private

    def load(text)
      data, signature = text.to_s.split("--", 2)
      return {} unless data && signature
      return {} unless Rack::Utils.secure_compare(signature, sign(data))

      JSON.parse(Base64.urlsafe_decode64(data), symbolize_names: true)
    rescue JSON::ParserError, ArgumentError
      {}
    end

    def dump(values)
      data = Base64.urlsafe_encode64(JSON.generate(values))
      "#{data}--#{sign(data)}"
    end

    def sign(data)
      OpenSSL::HMAC.hexdigest("SHA256", @secret, data)
    end
  end
end
