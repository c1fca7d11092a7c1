# frozen_string_literal: true

require "rubygems/command_manager"

Gem::CommandManager.instance.register_command :outdated_tree
