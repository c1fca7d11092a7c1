# frozen_string_literal: true

require "cgi"

module Slimview
  class Template
    attr_reader :file

    def initialize(source, file: "(slimview)")
      @source = source
      @file = file
      @methods = {}
    end

    def self.open(path)
      new(File.read(path, encoding: "UTF-8"), file: path)
    end

    def render(scope, locals = {})
      method_for(locals.keys.sort).bind_call(scope, locals)
    end

    private

    def method_for(keys)
      @methods[keys] ||= begin
        name = :"_slimview_#{object_id}_#{@methods.size}"
        preamble = keys.map { |key| "#{key} = _locals[#{key.inspect}]\n" }.join
        Object.class_eval <<~RUBY, @file, -keys.size
          def #{name}(_locals)
          #{preamble}#{Compiler.new(@source).call}
          end
        RUBY
        method = Object.instance_method(name)
        Object.send(:remove_method, name)
        method
      end
    end
  end
end
