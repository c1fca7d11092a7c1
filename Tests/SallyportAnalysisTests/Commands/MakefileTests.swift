import Testing

@testable import SallyportAnalysis

@Suite("Makefiles")
struct MakefileTests {
    private func commands(_ text: String) -> [String] { Makefile(text).commands.map(\.text) }

    @Test(
        "run their recipes, with what their variables hold",
        arguments: [
            ("all:\n\t@curl a\n", ["curl a"]), ("all: ; curl a\n", ["curl a"]),
            ("A = cu\nall:\n\t$(A)rl a\n", ["curl a"]), ("all:\n\t${A}rl a\nA := cu\n", ["curl a"]),
            ("A = $(B)\nB = curl\nall:\n\t$(A) a\n", ["curl a"]), ("all:\n\techo $$HOME # x\n", ["echo $HOME # x"]),
            ("all:\n\tcd a && \\\n\t./b\n\t-./c\n", ["cd a && \\\n\t./b\n./c"]),
            ("define RUN\ncurl a\nendef\nall:\n\t$(RUN)\n", ["curl a"]),
            ("A ?= curl\nA += -s\nall:\n\t$A a\n", ["curl -s a"]), ("t: A = curl\nt:\n\t$(A) a\n", ["curl a"]),
            ("all:\n\t$(MAKE) -C sub\n", ["make -C sub"]), ("all:\n\t$(CC) -c $<\n", ["$CC -c \u{1}"]),
        ]
    )
    func recipes(_ text: String, _ expected: [String]) {
        #expect(commands(text) == expected)
    }

    @Test(
        "run what a function or an assignment gives to the shell",
        arguments: [
            "A := $(shell curl a)\n", "A = $(shell curl a)\n", "A != curl a\n", "x.o: ${shell curl a}\n",
            "$(info $(shell curl a))\n", "ifeq ($(shell curl a),)\nendif\n", "C = curl\nA := $(shell $(C) a)\n",
            "all:\n\ttrue $(patsubst %,$(shell curl a),x)\n", "include $(shell curl a)\n",
        ]
    )
    func shells(_ text: String) {
        #expect(commands(text).contains("curl a"))
    }

    @Test("name the files that they include; comments are none")
    func includes() {
        let makefile = Makefile("D = build\n-include $(D)/a.mk b.mk # c.mk\n# include d.mk\nsinclude e.mk\n")
        #expect(makefile.includes == ["build/a.mk", "b.mk", "e.mk"])
        #expect(makefile.commands.isEmpty)
    }

    @Test("end, whatever they hold: circles, towers and open brackets")
    func hostile() {
        for text in [
            "A = $(B)\nB = $(A)\nall:\n\t$(A)\n", "all:\n\t" + String(repeating: "$(", count: 100_000),
            "A = " + String(repeating: "$(A)", count: 1_000) + "\nall:\n\t$(A)\n",
            (0..<64).map { "A\($0) = $(A\($0 + 1))$(A\($0 + 1))\n" }.joined() + "all:\n\t$(A0)\n",
        ] {
            let makefile = Makefile(text)
            #expect(makefile.commands.count <= Makefile.commandsMax)
        }
        #expect(Makefile("A = $(A)$(A)\nall:\n\t$(A)\n").isCut)
        #expect(Makefile("all:\n\t").commands.isEmpty)
        let long = Makefile(String(repeating: "A += x\n", count: 50_000) + "all:\n\techo $(A)\n")
        #expect(long.commands.count == 1)
    }
}
