import ArgumentParser
import FogBroker
import FogModel
import FogREPL
import FogSession
import FogTime
import Foundation
import Terminal

extension PromptSession {
    /// Runs the operator's own start-up file, where there is one.
    func startUp() async {
        guard let path = startUpFile, FileManager.default.fileExists(atPath: path) else { return }
        _ = await load(path)
    }

    /// `repl.lua` beside the settings; nil where there is no home.
    private var startUpFile: String? {
        let folder = ConfigFolder(file: nil, environment: environment)
        return URL(fileURLWithPath: folder.configFile).deletingLastPathComponent().path + "/repl.lua"
    }

    /// `:load`.
    func load(_ text: String) async -> Outcome {
        guard let (word, rest) = ShellWords.first(of: text), rest.isEmpty else {
            return fault(PromptFault(":load takes one FILE; quote a name with blanks"))
        }
        do {
            let source = try ScriptFile.read(path(word))
            let (number, evaluation) = try await machine.host.evaluate(
                source,
                limits: settings.shown,
                keepsLocals: false
            )
            switch evaluation {
            case .done(let result):
                await show(result)
                if result.goesOn { front.note(["[\(number)] goes on behind the prompt; :jobs shows it"]) }
                return .goesOn
            case .failed(let failure, _): return fail(failure, source.name, source.text)
            case .wrong(let fault):
                front.note(["error in \(TerminalText.oneLine(source.name)), line \(fault.line):"])
                front.note(faults.lines(fault, in: source.text))
            case .incomplete: front.note(["error: \(TerminalText.oneLine(source.name)) ends in the middle"])
            case .begun: return .goesOn
            }
            return .failed(.scriptError)
        } catch let error as UsageError {
            return fault(PromptFault(error.message, hint: error.hint))
        } catch let failure as ScriptFailure {
            return await replaceMachine(failure)
        } catch {
            return fault(PromptFault("\(error)"))
        }
    }

    /// `:run`: what `foghorn run` does, on this server.
    func runFile(_ text: String) async -> Outcome {
        let words = ShellWords.all(of: text)
        guard !words.isEmpty else { return fault(PromptFault(":run takes a FILE, and the flags of 'foghorn run'")) }
        let place = place
        do {
            try await front.leaveTerminal {
                let command = try RunCommand.parse([self.path(words[0])] + words.dropFirst())
                try await command.run(in: command.view, at: (place.site, place.others))
            }
            return .goesOn
        } catch let code as ExitCode {
            front.note(["ended with \(code.rawValue): \(code.meaning)"])
            return .failed(code)
        } catch let error as UsageError {
            return fault(PromptFault(error.message, hint: error.hint))
        } catch {
            return fault(PromptFault(TerminalText.oneLine(RunCommand.message(for: error))))
        }
    }

    /// `:save`.
    func save(_ text: String) async -> Outcome {
        guard let (file, rest) = ShellWords.first(of: text), rest.isEmpty else {
            return fault(PromptFault(":save takes one FILE; quote a name with blanks"))
        }
        guard !saved.isEmpty else { return fault(PromptFault("no input has worked yet: there is nothing to save")) }
        return await ask(.names) { answer in
            guard case .names(let names) = answer else { return }
            let text = WorkflowSkeleton.text(
                inputs: saved,
                names: names,
                permissions: ["read"] + place.permissions.used.filter(\.isChange).map(\.description),
                date: InstantText(offset: await zone).text(place.site.clock.secondsSince1970)
            )
            await write(text, to: file)
        }
    }

    /// `:edit`: gives the next input to an editor first.
    func edit() async -> Outcome {
        let last = lastInput
        guard let text = await edited(last) else { return .goesOn }
        front.fill(text)
        return .goesOn
    }

    /// Lets an editor change a text; nil where it cannot be started, or has changed nothing.
    func edited(_ text: String) async -> String? {
        guard front.isLive else {
            front.note(["error: :edit needs a terminal"])
            return nil
        }
        let file = NSTemporaryDirectory() + "foghorn-\(UUID().uuidString).lua"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        do {
            // What is typed may be a secret: nobody else may read it.
            guard
                FileManager.default.createFile(
                    atPath: file,
                    contents: Data(text.utf8),
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw CocoaError(.fileWriteUnknown) }
            let code = await front.leaveTerminal { await ShellCommand.run("\(editor) '\(file)'") }
            guard code == 0 else {
                front.note(["error: \(TerminalText.oneLine(editor)) has failed; $EDITOR names another"])
                return nil
            }
            var changed = try String(contentsOfFile: file, encoding: .utf8)
            while changed.last == "\n" { changed.removeLast() }
            return changed
        } catch {
            front.note(["error: \(file) cannot be used: \((error as NSError).localizedDescription)"])
            return nil
        }
    }

    /// Writes a file; asks first where there is one of that name.
    func write(_ text: String, to file: String) async {
        let path = path(file)
        let name = TerminalText.oneLine(file)
        if FileManager.default.fileExists(atPath: path) {
            guard front.isAttended else {
                front.note(["error: there is a file \(name); nothing was written", "hint: name another file"])
                return
            }
            guard await front.ask("There is a file \(name). Write over it?") else {
                return front.note(["nothing was written"])
            }
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            front.note(["wrote \(name), \(text.utf8.count) bytes"])
        } catch {
            front.note(["error: \(name) cannot be written: \((error as NSError).localizedDescription)"])
        }
    }

    nonisolated func path(_ file: String) -> String { FilePath.expanded(file, environment: maker.environment) }
}
