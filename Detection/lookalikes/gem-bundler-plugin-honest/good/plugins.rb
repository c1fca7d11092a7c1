# frozen_string_literal: true

require_relative "lib/bundler/clock"

Bundler::Plugin.add_hook("before-install-all") { |dependencies| Bundler::Clock.start(dependencies.size) }
Bundler::Plugin.add_hook("after-install-all") { |_| Bundler::Clock.stop }
