# frozen_string_literal: true

module Rack
  class Prefs
    class Railtie < Rails::Railtie
      config.rack_prefs = ActiveSupport::OrderedOptions.new

      initializer "rack_prefs.middleware" do |app|
        secret = app.secret_key_base
        app.middleware.use Rack::Prefs, secret: secret, defaults: app.config.rack_prefs.to_h
      end
    end
  end
end
