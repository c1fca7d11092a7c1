# encoding: utf-8

module SimpleCaptcha
  autoload :Utils, 'simple_captcha/utils'
  autoload :Store, 'simple_captcha/store'

  mattr_accessor :image_size if respond_to?(:mattr_accessor)
  @image_size = '100x28'
  @length = 5
  @charset = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

  class << self
    attr_accessor :image_size, :length, :charset

    def setup
      yield self
    end
  end
end

require 'simple_captcha/engine' if defined?(Rails)
