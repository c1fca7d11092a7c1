# frozen_string_literal: true

module Moneyfmt
  class Railtie < Rails::Railtie
    initializer "moneyfmt.helpers" do
      ActiveSupport.on_load(:action_view) { include Moneyfmt }
    end
  end
end
