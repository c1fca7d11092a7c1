# frozen_string_literal: true

require "rack/prefs"
require "rack/prefs/railtie" if defined?(Rails::Railtie)
