# encoding: utf-8
require 'digest/sha1'
require 'securerandom'

module SimpleCaptcha
  module Utils
    def self.generate_key(*args)
      args << Time.now.to_s
      Digest::SHA1.hexdigest(args.join)
    end

    def self.random_text
      Array.new(SimpleCaptcha.length) { SimpleCaptcha.charset[SecureRandom.random_number(SimpleCaptcha.charset.length)] }.join
    end

    def self.run(cmd, params = '')
      output = `#{cmd} #{params} 2>&1`
      raise StandardError, "Error while running #{cmd}: #{output}" unless $?.success?

      output
    end
  end
end
