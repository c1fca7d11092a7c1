module SimpleCaptcha
  class Engine < ::Rails::Engine
    config.app_middleware.use Rack::Runtime
  end
end
