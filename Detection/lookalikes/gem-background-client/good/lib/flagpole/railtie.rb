# frozen_string_literal: true

module Flagpole
  class Railtie < Rails::Railtie
    config.after_initialize do
      if Rails.env.production? || ENV["FLAGPOLE_URL"]
        Rails.application.config.x.flags = Flagpole::Client.new(logger: Rails.logger).start
      end
    end
  end
end
