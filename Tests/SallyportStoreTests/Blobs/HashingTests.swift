import SallyportModel
import SallyportStore
import Testing

@Suite struct HashingTests {
    @Test(
        "SHA-256 as in FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ]
    )
    func examples(text: String, hex: String) {
        #expect(CryptoHashing().sha256(Array(text.utf8).span).hex == hex)
    }
}
