# frozen_string_literal: true

require_relative "slimview/compiler"
require_relative "slimview/template"

module Slimview
  VERSION = "4.1.0"

  def self.render(source, locals = {}, scope: Object.new)
    Template.new(source).render(scope, locals)
  end
end
