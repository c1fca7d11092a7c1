# frozen_string_literal: true

require "fiddle"
require "json"
require "rbconfig"

module RusticJson
  LIBRARY = File.join(__dir__, "rustic_json", "rustic_json.#{RbConfig::CONFIG["DLEXT"]}")

  if File.exist?(LIBRARY)
    HANDLE = Fiddle.dlopen(LIBRARY)
    DEPTH = Fiddle::Function.new(HANDLE["rustic_json_depth"], [Fiddle::TYPE_VOIDP, Fiddle::TYPE_SIZE_T], Fiddle::TYPE_SIZE_T)

    def self.depth(text) = DEPTH.call(text, text.bytesize)
  else
    def self.depth(text)
      level = deepest = 0
      text.each_char do |c|
        level += 1 if c == "{" || c == "["
        level -= 1 if c == "}" || c == "]"
        deepest = level if level > deepest
      end
      deepest
    end
  end

  def self.parse(text, limit: 100)
    raise ArgumentError, "nested deeper than #{limit}" if depth(text) > limit

    JSON.parse(text, max_nesting: limit)
  end
end
