# frozen_string_literal: true

require "digest"
require "fileutils"
require "open-uri"
require_relative "version"

module Tailrail
  Error = Class.new(StandardError)

  module Binary
    DIGESTS = {
      "linux-x64" => "33112ee14ee469c3eb52fe90322ec81dd404a0093d565a6d71ce77cbc8124e3b",
      "linux-arm64" => "f998fe06afa0cfbe73e0449dc2b1698309e1b5714960f027b2858312b152c275",
      "macos-arm64" => "97fb5f8538b89f6c1accfd19836b65a73b61fbc2e0cbf84bb858a0fffa3f1592",
    }.freeze

    module_function

    def platform
      cpu = Gem::Platform.local.cpu == "x86_64" ? "x64" : "arm64"
      os = Gem::Platform.local.os == "darwin" ? "macos" : "linux"
      "#{os}-#{cpu}"
    end

    def path
      return ENV["TAILRAIL_INSTALL_DIR"] if ENV["TAILRAIL_INSTALL_DIR"]

      target = File.join(Dir.home, ".cache", "tailrail", UPSTREAM, "tailwindish")
      fetch(target) unless File.executable?(target)
      target
    end

    def fetch(target)
      expected = DIGESTS.fetch(platform) { raise Error, "there is no build for #{platform}" }
      url = "https://downloads.example.invalid/tailwindish/v#{UPSTREAM}/tailwindish-#{platform}"
      body = URI.parse(url).open("rb", &:read)
      raise Error, "the digest of #{url} is wrong" unless Digest::SHA256.hexdigest(body) == expected

      FileUtils.mkdir_p(File.dirname(target))
      File.binwrite(target, body)
      File.chmod(0o755, target)
    end
  end
end
