require 'bootstrap-sass/version'

module Bootstrap
  class << self
    # Inspired by Kaminari
    def load!
      register_compass_extension if compass?

      if rails?
        register_rails_engine
      elsif lotus?
        register_lotus
      elsif sprockets?
        register_sprockets
      end

      configure_sass
    end

    def gem_path
      @gem_path ||= File.expand_path '..', File.dirname(__FILE__)
    end

    def stylesheets_path
      File.join assets_path, 'stylesheets'
    end

    def assets_path
      @assets_path ||= File.join gem_path, 'assets'
    end

    def sprockets?
      defined?(::Sprockets)
    end

    def compass?
      defined?(::Compass::Frameworks)
    end

    def rails?
      defined?(::Rails)
    end

    def lotus?
      defined?(::Lotus)
    end

    private

    def configure_sass
      require 'sass'
      ::Sass.load_paths << stylesheets_path
      ::Sass::Script::Number.precision = [8, ::Sass::Script::Number.precision].max
    end

    def register_compass_extension
      ::Compass::Frameworks.register('bootstrap', version: VERSION, path: gem_path, stylesheets_directory: stylesheets_path)
    end

    def register_rails_engine
      require 'bootstrap-sass/engine'
    end

    def register_lotus
      Lotus::Assets.sources << assets_path
    end

    def register_sprockets
      Sprockets.append_path(stylesheets_path)
    end
  end
end

Bootstrap.load!
