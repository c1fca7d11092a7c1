# Loads Marshal from its input and prints what RubyGems sees: of a specification its parts, of a list its entries.
Encoding.default_external = Encoding::UTF_8
require "rubygems"
require "zlib"
data = $stdin.binmode.read
data = Zlib::Inflate.inflate(data) if ARGV[0] == "quick"
data = Zlib.gunzip(data) if ARGV[0] == "gz"
value = Marshal.load(data)
if ARGV[0] == "quick"
  puts value.class, value.name, value.version, value.platform, value.summary, value.description.inspect
  puts value.date.strftime("%Y-%m-%d"), value.required_ruby_version, value.required_rubygems_version
  puts value.authors.inspect, value.email.inspect, (value.instance_variable_get(:@license) || value.licenses).inspect, value.metadata.inspect, value.homepage.inspect
  value.dependencies.each { |d| puts "#{d.name} #{d.requirement} #{d.type}" }
  puts Gem::Platform.match_spec?(value)
else
  Gem::NameTuple.from_list(value).each { |t| puts "#{t.name} #{t.version} #{t.platform} #{t.version.class}" }
end
