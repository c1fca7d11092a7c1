# frozen_string_literal: true

require "rubygems/command"
require "rubygems/spec_fetcher"

class Gem::Commands::OutdatedTreeCommand < Gem::Command
  def initialize
    super "outdated_tree", "Show outdated gems as a tree", depth: 2
    add_option("-d", "--depth N", Integer, "How deep the tree goes") { |value, options| options[:depth] = value }
  end

  def usage
    "#{program_name} [GEM ...]"
  end

  def execute
    names = get_all_gem_names
  rescue Gem::CommandLineError
    names = []
  ensure
    report(names || [])
  end

  private

  def report(names)
    Gem::Specification.latest_specs.sort_by(&:name).each do |spec|
      next unless names.empty? || names.include?(spec.name)

      newest = newest_version(spec.name)
      next if newest.nil? || newest <= spec.version

      say "#{spec.name} #{spec.version} < #{newest}"
      tree(spec, options[:depth], 1)
    end
  end

  def newest_version(name)
    fetcher = Gem::SpecFetcher.fetcher
    found, = fetcher.spec_for_dependency(Gem::Dependency.new(name))
    found.map { |spec, _| spec.version }.max
  end

  def tree(spec, depth, level)
    return if level > depth

    spec.runtime_dependencies.each do |dependency|
      marker = dependency.prerelease? ? " (prerelease)" : ""
      say "#{"  " * level}#{dependency.name} #{dependency.requirement}#{marker}"
      inner = dependency.to_spec rescue next
      tree(inner, depth, level + 1)
    end
  end
end
