module RestClient
  class Exception < RuntimeError
    attr_reader :response

    def initialize(response = nil)
      @response = response
    end

    def http_code
      response && response.code.to_i
    end

    def message
      "HTTP status code #{http_code}"
    end
  end

  class Unauthorized < Exception; end
  class ResourceNotFound < Exception; end
end
