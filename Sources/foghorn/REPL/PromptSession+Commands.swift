import FogBroker
import FogModel
import FogREPL
import FogScript
import FogSession
import FogTime
import Foundation
import Terminal

extension PromptSession {
    /// Does what a command says.
    func command(_ name: String, _ rest: String) async -> Outcome {
        guard let command = ColonCommand(named: name) else {
            return fault(
                PromptFault("no command is named :\(TerminalText.oneLine(name))", hint: ColonCommand.hint(for: name))
            )
        }
        if command.argument == .none, !rest.isEmpty, command != .history {
            return fault(PromptFault(":\(command.rawValue) takes nothing, not \"\(TerminalText.oneLine(rest))\""))
        }
        switch command {
        case .help: return help(rest)
        case .doc: return await explain(rest, isDeep: false)
        case .apropos: return apropos(rest)
        case .page: return await page(rest)
        case .columns: return await chooseColumns(rest)
        case .json: return await json(rest)
        case .csv: return await csv(rest)
        case .watch: return await watch(rest)
        case .load: return await load(rest)
        case .run: return await runFile(rest)
        case .edit: return await edit()
        case .save: return await save(rest)
        case .time: return await time(rest)
        case .jobs: return await showJobs()
        case .stop: return stop(rest)
        case .traceback: return showTraceback()
        case .server: return await goToServer(rest)
        case .sim: return await simulator(rest)
        case .permissions: return changePermissions(rest)
        case .limits:
            front.show(limits.table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        case .set: return set(rest)
        case .history: return showHistory(rest)
        case .clear: front.clear()
        case .quit: return .leave
        }
        return .goesOn
    }

    private var sheet: TextPage { TextPage(columns: min(front.columns, 100)) }

    private func help(_ topic: String) -> Outcome {
        if topic == "keys" {
            front.show(sheet.table(KeyMap.rows))
            return .goesOn
        }
        guard topic.isEmpty else {
            let name = String(topic.drop { $0 == ":" })
            guard let command = ColonCommand(named: name) else {
                return fault(
                    PromptFault(
                        "no command is named :\(TerminalText.oneLine(name))",
                        hint: ColonCommand.hint(for: name)
                            + "; ?\(TerminalText.oneLine(name)) asks for what scripts can use"
                    )
                )
            }
            front.show(sheet.table(ColonCommand.rows(of: command)))
            return .goesOn
        }
        front.show(
            sheet.table(ColonCommand.signs) + [""] + sheet.table(ColonCommand.rows())
                + ["", "Everything else is Lua: fog.hosts() lists hosts, ?fog tells what there is. Tab completes."]
        )
        return .goesOn
    }

    private func set(_ text: String) -> Outcome {
        guard !text.isEmpty else {
            front.show(sheet.table(settings.rows))
            return .goesOn
        }
        do throws(PromptFault) {
            try settings.set(text)
        } catch {
            return fault(error)
        }
        return .goesOn
    }

    private func showHistory(_ text: String) -> Outcome {
        guard text.isEmpty || Int(text).map({ $0 > 0 }) ?? false else {
            return fault(PromptFault(":history takes a count, not \"\(TerminalText.oneLine(text))\""))
        }
        front.show(front.history.suffix(Int(text) ?? 20).map { TerminalText.harmless($0) })
        return .goesOn
    }

    // MARK: - What runs

    private func showJobs() async -> Outcome {
        await ask(.jobs) { answer in
            guard case .jobs(let jobs) = answer else { return }
            let rows = jobs.map { job in
                let waits = job.waitsFor.isEmpty ? "computes" : "waits for " + job.waitsFor.joined(separator: ", ")
                return ("[\(job.number)] \(TerminalText.oneLine(job.text))", waits + ", \(job.strands) strands")
            }
            let left = place.leftOnServer
            front.show(rows.isEmpty ? ["nothing runs here"] : sheet.table(rows))
            if !left.isEmpty { front.show(left.map(TerminalText.oneLine)) }
        }
    }

    private func stop(_ text: String) -> Outcome {
        guard let number = Int(text) else {
            return fault(PromptFault(":stop takes the number of a job, which :jobs lists"))
        }
        machine.host.stop(job: number)
        front.note(["[\(number)] is called off; nothing is cancelled on the server"] + place.leftOnServer)
        return .goesOn
    }

    private func showTraceback() -> Outcome {
        guard let failure = lastFailure else { return fault(PromptFault("nothing has failed yet")) }
        let frames = failure.traceback.split(separator: "\n").map(String.init)
        front.show([TerminalText.harmless(failure.message)] + frames.map(TerminalText.oneLine))
        return .goesOn
    }

    /// `:time`: runs something and says what it cost.
    private func time(_ code: String) async -> Outcome {
        if code.isEmpty { return fault(PromptFault(":time takes Lua to run")) }
        let clock = ContinuousClock()
        let (start, virtualStart, operations) = (clock.now, place.site.clock.now.elapsed, place.operations.count)
        let outcome = await evaluate(code)
        let took = Self.seconds(start.duration(to: clock.now))
        let simulated =
            place.site.isSimulated
            ? ", \(Self.seconds(place.site.clock.now.elapsed - virtualStart)) simulated" : ""
        let asked = place.operations.count - operations
        front.note(["took \(took)\(simulated); \(asked) \(asked == 1 ? "operation" : "operations")"])
        return outcome
    }

    private static func seconds(_ time: Duration) -> String {
        let seconds = time / .seconds(1)
        return seconds < 1 ? "\(Int((seconds * 1_000).rounded())) ms" : "\(Double(Int(seconds * 10)) / 10) s"
    }

    // MARK: - Permissions

    private func changePermissions(_ text: String) -> Outcome {
        guard let (word, rest) = ShellWords.first(of: text) else {
            showPermissions()
            return .goesOn
        }
        switch word {
        case "allow":
            do throws(GrantFault) {
                let grant = try Grant(rest, for: .allowing)
                place.permissions.grant([grant])
                front.note(["granted: \(grant.words)"])
            } catch {
                let excerpt = Self.lines(error.pointer(in: rest))
                front.note(["error: \(error.problem)"] + excerpt + ["hint: " + error.hint])
                return .failed(.usage)
            }
        case "max-hosts":
            guard let count = Int(rest), count >= 0 else {
                return fault(
                    PromptFault(":permissions max-hosts takes a count of hosts, not \"\(TerminalText.oneLine(rest))\"")
                )
            }
            place.permissions.setMaxHosts(count)
            front.note([
                "this session may change \(count) different hosts; it has changed \(place.permissions.hostCount)"
            ])
        default:
            return fault(
                PromptFault(":permissions takes allow GRANT or max-hosts COUNT, not \"\(TerminalText.oneLine(word))\"")
            )
        }
        return .goesOn
    }

    private func showPermissions() {
        var lines: [String] = []
        for layer in place.permissions.layers {
            switch layer.origin {
            case .site(let path): lines.append("The site's policy, \(path):")
            case .run, .handle: lines.append(place.site.isSimulated ? "On the simulator:" : "This session:")
            }
            if let allow = layer.set.allow {
                lines += allow.map { "  may " + $0.words }
            } else {
                lines.append("  may do anything")
            }
            lines += layer.set.deny.map { "  may not " + $0.words }
            if let most = layer.set.maxHosts { lines.append("  may change \(most) different hosts") }
        }
        lines.append("It has changed \(place.permissions.hostCount) hosts.")
        front.show(lines.map(TerminalText.oneLine))
    }
}
