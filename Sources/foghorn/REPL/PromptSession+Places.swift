import ArgumentParser
import FogAPI
import FogREPL
import FogSim
import FogTime
import Foundation
import Terminal

extension PromptSession {
    /// `:server`.
    func goToServer(_ text: String) async -> Outcome {
        guard let (name, rest) = ShellWords.first(of: text), rest.isEmpty else {
            return text.isEmpty ? showServers() : fault(PromptFault(":server takes the NAME of one server"))
        }
        do {
            return await move(to: try maker.live(name))
        } catch {
            return refuse(error)
        }
    }

    private func showServers() -> Outcome {
        front.note(["here: \(place.label), \(place.site.server.address)"])
        do {
            let names = try maker.knownServers()
            front.show(names.isEmpty ? ["no server is known; 'foghorn login NAME' saves one"] : names)
            return .goesOn
        } catch {
            return refuse(error)
        }
    }

    /// `:sim`.
    func simulator(_ text: String) async -> Outcome {
        let order: SimulatorOrder
        do throws(PromptFault) {
            order = try SimulatorOrder(text)
        } catch {
            return fault(error)
        }
        if order == .enter {
            if place.site.isSimulated {
                return fault(PromptFault("this is the simulator", hint: ":sim reset begins anew, :help sim tells more"))
            }
            do {
                return await move(to: try maker.simulated())
            } catch {
                return refuse(error)
            }
        }
        guard let simulation = place.site.simulation else {
            return fault(PromptFault("this is the live server \(place.label)", hint: ":sim goes to the simulator"))
        }
        return await tell(simulation, order)
    }

    private func tell(_ simulation: Simulation, _ order: SimulatorOrder) async -> Outcome {
        switch order {
        case .enter: break
        case .advance(let seconds):
            await advance(simulation, .seconds(seconds))
            front.note(["it is \(place.label.dropFirst("sim ".count)) now"])
        case .fault(let text):
            do throws(FogSim.FaultRule.ParseError) {
                simulation.sim.add(try FogSim.FaultRule(parsing: text))
            } catch {
                return fault(PromptFault(":sim fault: \(error.message)"))
            }
            front.note(["from now on: \(TerminalText.oneLine(text)); :sim fault none ends it"])
        case .noFaults:
            simulation.sim.removeFaults()
            front.note(["nothing goes wrong any more"])
        case .reset:
            do {
                return await move(to: try maker.simulated())
            } catch {
                return refuse(error)
            }
        case .hosts: showComputers(simulation)
        }
        return .goesOn
    }

    /// Puts the clock forward in small steps, so that whoever waits sees what happens on the way.
    private func advance(_ simulation: Simulation, _ time: Duration) async {
        guard let paced = place.pacedClock else {
            // Virtual time moves on where somebody waits for it.
            _ = await evaluate("require(\"flow\").sleep(\(time.components.seconds))")
            return
        }
        let step = max(.seconds(5), time / 500)
        var left = time
        while left > .zero, !isCalledOff {
            paced.skip(min(step, left))
            left -= step
            simulation.sim.advance(to: paced.now.elapsed)
            await Task.yield()
            // Whoever was woken asks the server, which is answered in this process: a moment is enough.
            await pause(.milliseconds(2))
        }
    }

    private func showComputers(_ simulation: Simulation) {
        let sim = simulation.sim
        sim.advance(to: simulation.clock.now.elapsed)
        let rows = sim.hostNames().compactMap { name -> (term: String, text: String)? in
            guard let computer = sim.computer(of: name) else { return nil }
            return (TerminalText.oneLine(name), computer.power.rawValue + ", " + (computer.image ?? "no image"))
        }
        front.show(TextPage(columns: front.columns).table(rows))
    }

    /// Goes to another place, with a fresh state.
    private func move(to new: PromptPlace) async -> Outcome {
        let left = place.site.isSimulated ? [] : place.leftOnServer
        await machine.end()
        await place.end()
        place = new
        knownZone = nil
        saved = []
        renewMachine()
        front.note(left + ["now at \(label), \(new.site.server.address), with a fresh state"])
        await startUp()
        return .goesOn
    }

    private func refuse(_ error: any Error) -> Outcome {
        if let error = error as? UsageError { return fault(PromptFault(error.message, hint: error.hint)) }
        return fault(PromptFault(TerminalText.oneLine(RunCommand.message(for: error))))
    }

    /// How far the server's zone is from UTC in seconds; asked once, and nil where it does not tell.
    var zone: Int? {
        get async {
            if let knownZone { return knownZone }
            knownZone = await place.zone()
            return knownZone
        }
    }

    /// Waits for a moment of real time.
    func pause(_ time: Duration) async {
        var left = time
        while left > .zero, !isCalledOff {
            let step = min(left, .milliseconds(50))
            _ = try? await Task.sleep(for: step)
            left -= step
        }
    }
}
