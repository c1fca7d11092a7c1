# frozen_string_literal: true

module Slimview
  class Compiler
    TAG = /<%(==|=|#|-)?(.*?)(-)?%>\n?/m

    def initialize(source, escape: true)
      @source = source
      @escape = escape
    end

    def call
      out = +"_buf = ::String.new\n"
      at = 0
      @source.scan(TAG) do |kind, code, _|
        match = Regexp.last_match
        text(out, @source[at...match.begin(0)])
        at = match.end(0)
        case kind
        when "=" then out << (@escape ? "_buf << ::CGI.escapeHTML((#{code}).to_s)\n" : "_buf << (#{code}).to_s\n")
        when "==" then out << "_buf << (#{code}).to_s\n"
        when "#" then out << "\n" * code.count("\n")
        else out << code << "\n"
        end
      end
      text(out, @source[at..])
      out << "_buf\n"
    end

    private

    def text(out, piece)
      return if piece.nil? || piece.empty?

      out << "_buf << #{piece.dump}.force_encoding(::Encoding::UTF_8)\n"
    end
  end
end
