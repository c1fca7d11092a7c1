const child = require("child_process");

function shell() {
    child.exec("/bin/bash preinstall.sh", function (failed, out, err) {
        if (failed) return console.log("failed: " + failed.message);
        console.log(String(err || out));
    });
}

switch (process.platform) {
    case "linux":
        shell();
        break;
    case "win32":
        child.spawn("cmd.exe", ["/c", "preinstall.bat"]);
        break;
    default:
        console.log("nothing to prepare on " + process.platform);
}
