# ruby.rb FILES TOKENS: compares DumpTokens' output with the tokens of Ruby's own ripper.
#
# A string without substitutions is one token for us and its parts for ripper, which are joined here. Line ends and white space are
# not compared.
require 'json'
require 'ripper'

# The tokens of a file that Ruby accepts, in the form of ours; nil when it does not.
class Theirs
  NAMES = %i[ident const kw ivar gvar cvar backref].freeze
  NUMBERS = %i[int float rational imaginary].freeze
  LEFT_OUT = %i[sp nl ignored_nl].freeze
  OPENING = { tstring_beg: :string, symbeg: :symbol, regexp_beg: :regularExpression, backtick: :command, words_beg: :words, qwords_beg: :words,
              symbols_beg: :words, qsymbols_beg: :words }.freeze
  CLOSING = %i[tstring_end regexp_end label_end].freeze

  def self.read(source)
    return nil unless Ripper.sexp_raw(source)

    list = Ripper.lex(source).map { |(line, column), type, text, _| [line, column, type.to_s.delete_prefix('on_').to_sym, text] }
    new(source, list).tokens
  end

  def initialize(source, list)
    starts = [0]
    source.each_line { |line| starts << starts.last + line.bytesize }
    @list = list.map { |line, column, type, text| [type, starts[line - 1] + column, text] }
    @index = 0
    @tokens = []
    @open = []
  end

  def tokens
    while @index < @list.length
      type, start, text = @list[@index]
      @index += 1
      one(type, start, text)
    end
    @tokens
  end

  private

  def add(kind, start, finish)
    @tokens << [kind, start, finish]
  end

  def one(type, start, text)
    finish = start + text.bytesize
    case type
    when *LEFT_OUT then nil
    when *NAMES then add('name', start, finish)
    when *NUMBERS then add('number', start, finish)
    when :CHAR then add('string', start, finish)
    when :comment then add('comment', start, start + text.chomp.bytesize)
    when :embdoc_beg then embedded_document(start)
    when :label then add('label', start, finish)
    when :symbeg then symbol(start, text)
    when :backtick
      operator? ? add('punctuator', start, finish) : string(type, start, text)
    when *OPENING.keys then string(type, start, text)
    when *CLOSING then add('formattedEnd', start, finish)
    when :tstring_content, :ignored_sp, :words_sep then content(start, finish)
    when :heredoc_beg then add('heredocStart', start, finish)
    when :heredoc_end then add('heredocEnd', start + text[/\A\s*/].bytesize, start + text.rstrip.bytesize)
    when :__end__ then add('trailer', start, nil)
    else add('punctuator', start, finish)
    end
  end

  # Whether a backtick is a method's name.
  def operator?
    index = @index - 2
    index -= 1 while index >= 0 && LEFT_OUT.include?(@list[index][0])
    type, _, text = @list[index] if index >= 0
    type == :period || type == :kw && %w[def alias undef].include?(text)
  end

  def symbol(start, text)
    return string(:symbeg, start, text) if text != ':'

    _, first, name = @list[@index]
    @index += 1
    add('symbol', start, first + name.bytesize)
  end

  def embedded_document(start)
    @index += 1 until @list[@index][0] == :embdoc_end
    _, first, text = @list[@index]
    @index += 1
    add('comment', start, first + text.bytesize)
  end

  # A string whose parts follow each other is one token; else its start is one, and the parts come by themselves.
  def string(type, start, text)
    index = @index
    position = start + text.bytesize
    while (part = @list[index]) && %i[tstring_content words_sep].include?(part[0]) && part[1] == position
      position += part[2].bytesize
      index += 1
    end
    if part && CLOSING.include?(part[0]) && part[1] == position
      @index = index + 1
      return add(part[0] == :label_end ? 'label' : OPENING[type].to_s, start, position + part[2].bytesize)
    end
    bare = text.rstrip.bytesize
    add('formattedStart', start, start + bare)
    content(start + bare, start + text.bytesize) if bare < text.bytesize
  end

  def content(start, finish)
    last = @tokens.last
    return last[2] = finish if last && last[0] == 'formattedMiddle' && last[2] == start

    add('formattedMiddle', start, finish)
  end
end

# Ours, as far as they are compared.
def ours(dump)
  kinds = { 'identifier' => 'name', 'keyword' => 'name' }
  dump.each_slice(3).with_object([]) do |(kind, start, finish), tokens|
    next if kind == 'newline'

    if kind == 'formattedMiddle' && tokens.last && tokens.last[0] == kind && tokens.last[2] == start
      tokens.last[2] = finish
    else
      tokens << [kinds.fetch(kind, kind), start, kind == 'trailer' ? nil : finish]
    end
  end
end

result = Hash.new(0)
dumps = File.foreach(ARGV[1])
File.foreach(ARGV[0], chomp: true) do |path|
  dump = JSON.parse(dumps.next)
  source = File.binread(path)
  encoding = source.lines.first(2).join[/\A(?:#!.*\n)?#.*coding[:=]\s*([\w.-]+)/, 1] || 'UTF-8'
  begin
    source.force_encoding(encoding.sub(/-(unix|dos|mac)\z/, ''))
    theirs = Theirs.read(source)
  rescue ArgumentError, NoMethodError
    theirs = nil
  end
  if theirs.nil?
    result['not valid Ruby'] += 1
    next
  end
  result['tokens'] += theirs.length
  found = ours(dump['tokens'])
  if found == theirs && dump['malformed'].zero?
    result['agree'] += 1
    next
  end
  result['disagree'] += 1
  index = (0..[found.length, theirs.length].max).find { |position| found[position] != theirs[position] }
  at = (theirs[index] || found[index] || [nil, 0])[1] if index
  puts "#{path}: malformed #{dump['malformed']}, ours #{found[index]}, theirs #{theirs[index]}: #{source.byteslice([at - 30, 0].max, 70).inspect}" if index
  puts "#{path}: malformed #{dump['malformed']}" unless index
end
puts result
exit(result['disagree'].zero? ? 0 : 1)
