import Testing

@testable import SallyportUpstream

@Suite struct AddressTests {
    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "+1.2.3.4", "1.2.3.", "a.b.c.d", ":", ":::",
        "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1%lo", "::1.2.3", "1.2.3.4::", "::+1",
        "1:2:3:4:5:6:7::8:9", "::1:2:3:4:5:6:7:8",
    ])
    func refuses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("203.0.113.80", "203.0.113.80"), ("::", "0:0:0:0:0:0:0:0"),
        ("::1", "0:0:0:0:0:0:0:1"), ("2001:DB8::a:0", "2001:db8:0:0:0:0:a:0"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1::", "1:0:0:0:0:0:0:0"), ("::ffff:1.2.3.4", "0:0:0:0:0:ffff:102:304"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ])
    func reads(text: String, canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
    }

    @Test(arguments: [
        ("0.0.0.0", AddressClass.unspecified), ("0.255.255.255", .unspecified), ("1.0.0.0", .public),
        ("9.255.255.255", .public), ("10.0.0.0", .privateNetwork), ("10.255.255.255", .privateNetwork),
        ("11.0.0.0", .public), ("100.63.255.255", .public), ("100.64.0.0", .carrierGrade),
        ("100.127.255.255", .carrierGrade), ("100.128.0.0", .public), ("126.255.255.255", .public),
        ("127.0.0.0", .loopback), ("127.0.0.1", .loopback), ("127.255.255.255", .loopback), ("128.0.0.0", .public),
        ("169.253.255.255", .public), ("169.254.169.254", .linkLocal), ("169.255.0.0", .public),
        ("172.15.255.255", .public), ("172.16.0.0", .privateNetwork), ("172.31.255.255", .privateNetwork),
        ("172.32.0.0", .public), ("192.0.0.1", .reserved), ("192.0.1.0", .public), ("192.167.255.255", .public),
        ("192.168.0.0", .privateNetwork), ("192.168.255.255", .privateNetwork), ("192.169.0.0", .public),
        ("203.0.113.80", .public), ("223.255.255.255", .public), ("224.0.0.1", .multicast),
        ("239.255.255.255", .multicast), ("240.0.0.0", .reserved), ("255.255.255.255", .reserved),
        ("::", .unspecified), ("::1", .loopback), ("::2", .reserved), ("::7f00:1", .reserved),
        ("::ffff:127.0.0.1", .loopback), ("::ffff:10.0.0.1", .privateNetwork), ("::ffff:1.1.1.1", .public),
        ("::ffff:169.254.169.254", .linkLocal), ("64:ff9b::10.0.0.1", .privateNetwork),
        ("64:ff9b::1.1.1.1", .public), ("64:ff9b:1::1.1.1.1", .privateNetwork), ("64:ff9b:2::1", .reserved),
        ("2002:7f00:1::", .loopback), ("2002:c0a8:101::1", .privateNetwork), ("2002:101:101::1", .public),
        ("2001::1", .reserved), ("2001:1::1", .public), ("2606:4700::1", .public), ("3fff::1", .public),
        ("4000::1", .reserved), ("fbff::1", .reserved), ("fc00::1", .privateNetwork), ("fdff::1", .privateNetwork),
        ("fe00::1", .reserved), ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .privateNetwork),
        ("ff02::1", .multicast), ("100::1", .reserved),
    ])
    func classifies(text: String, kind: AddressClass) throws {
        let address = try #require(IPAddress(text))
        #expect(address.addressClass == kind)
    }
}
