/// What make's own rules run when no rule of the file says how something is made.
enum MakefileBuiltins {
    private static let programs: Set<String> = [
        "AR", "AS", "CC", "CXX", "CPP", "FC", "GET", "LD", "LEX", "LINT", "M2C", "MAKEINFO", "PC", "RM", "TANGLE",
        "CTANGLE", "TEX", "TEXI2DVI", "WEAVE", "CWEAVE", "YACC", "CO", "CHECKOUT,v",
    ]
    private static let options: Set<String> = [
        "ARFLAGS", "ASFLAGS", "CFLAGS", "CXXFLAGS", "COFLAGS", "CPPFLAGS", "FFLAGS", "GFLAGS", "LDFLAGS", "LDLIBS",
        "LOADLIBES", "LFLAGS", "OUTPUT_OPTION", "PFLAGS", "RFLAGS", "TARGET_ARCH", "TARGET_MACH", "YFLAGS",
    ]
    private static let prefixes = ["COMPILE.", "LINK.", "PREPROCESS.", "LEX.", "YACC.", "LINT."]

    /// A command that such a rule runs with the value of a name; `nil` where none uses it.
    static func command(using name: String) -> String? {
        if programs.contains(name) || prefixes.contains(where: { name.hasPrefix($0) }) { return "$(\(name)) source.c" }
        return options.contains(name) ? "cc $(\(name)) source.c" : nil
    }
}
