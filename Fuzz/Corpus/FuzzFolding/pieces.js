const a = "child_", o = {k: "x"}, l = ["exec", 1]; let s = "a"; s += "b";
require(["a", "b"].reverse().join("") + "cexe".split("").map((c, i) => String.fromCharCode(c.charCodeAt(0) ^ 5)).join(""));
g[`ev${"al"}`](atob("YQ==") + Buffer.from("61", "hex").toString() + unescape("%61") + "x".replace(/y/g, "z").slice(-1));
