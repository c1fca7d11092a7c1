import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("A gate over a long time")
struct SimulatorTests {
    @Test("clears nothing unjudged and loses nothing recorded, whatever happens when", arguments: 1...24)
    func simulation(seed: Int) async throws {
        var simulator = Simulator(seed: UInt64(seed))
        try await simulator.run(lives: 8, stepsPerLife: 24)
        #expect(simulator.violations == [])
        #expect(simulator.steps > 40)
    }

    @Test("the simulator sees clearances, refusals and crashes, so that its silence means something")
    func coverage() async throws {
        var clearances = 0
        var refusals = 0
        var crashes = 0
        for seed in 1...12 {
            var simulator = Simulator(seed: UInt64(seed))
            try await simulator.run(lives: 8, stepsPerLife: 24)
            clearances += simulator.clearances
            refusals += simulator.refusals
            crashes += simulator.crashes
        }
        #expect(clearances > 50)
        #expect(refusals > 50)
        #expect(crashes > 5)
    }
}
