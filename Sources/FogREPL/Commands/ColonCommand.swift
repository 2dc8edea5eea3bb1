import FogModel

/// A command of the prompt; `:help` is rendered from this table.
package enum ColonCommand: String, CaseIterable, Sendable {
    // Finding out.
    case help, doc, apropos
    // Looking at values.
    case page, columns, json, csv, watch
    // Files.
    case load, run, edit, save
    // What runs.
    case time, jobs, stop, traceback
    // Where the prompt is.
    case server, sim, permissions, limits
    // The prompt itself.
    case set, history, clear, quit

    /// What the command works on.
    package enum Argument: Hashable, Sendable {
        case none
        /// Name of something that scripts can use.
        case topic
        /// Path of a file, and what may follow it.
        case file
        /// Lua text.
        case code
        /// One of some words first.
        case words([String])
        /// Name of a server in the settings.
        case server
        /// Name of a command.
        case command
        /// Anything else.
        case text
    }

    /// What one of its forms looks like and does.
    package struct Form: Hashable, Sendable {
        /// As it is typed, without the colon, as in `load FILE`.
        package var usage: String
        /// What it does, in one line.
        package var summary: String

        /// Makes a form.
        init(_ usage: String, _ summary: String) {
            self.usage = usage
            self.summary = summary
        }
    }

    /// Shorter words for commands.
    package static let abbreviations: [String: ColonCommand] = [
        "h": .help, "?": .help, "q": .quit, "exit": .quit, "bt": .traceback,
    ]

    /// Finds a command by its name or a shorter word.
    package init?(named name: String) {
        guard let command = Self(rawValue: name) ?? Self.abbreviations[name] else { return nil }
        self = command
    }

    /// Says which name may have been meant.
    package static func hint(for name: String) -> String {
        Suggestion.hint(for: name, among: allCases.map(\.rawValue)).map { $0 + "; :help lists all" }
            ?? ":help lists all commands"
    }

    /// What it works on.
    package var argument: Argument {
        switch self {
        case .help: .command
        case .doc: .topic
        case .load, .run, .csv, .save: .file
        case .json, .watch, .time, .page: .code
        case .server: .server
        case .sim: .words(SimulatorOrder.words)
        case .set: .words(PromptSetting.allCases.map(\.rawValue))
        case .permissions: .words(["allow", "max-hosts"])
        case .apropos, .columns, .stop: .text
        case .edit, .jobs, .traceback, .limits, .history, .clear, .quit: .none
        }
    }

    /// Its forms, the plain one first.
    package var forms: [Form] {
        switch self {
        case .help:
            [Form("help", "this table"), Form("help COMMAND", "one command"), Form("help keys", "what keys do")]
        case .doc: [Form("doc NAME", "what a function, class, module or word is; the same as ?NAME")]
        case .apropos: [Form("apropos WORD", "everything that scripts can use with that word in its name or its line")]
        case .page:
            [Form("page", "what follows of the value that was cut"), Form("page EXPR", "a value from its start")]
        case .columns:
            [
                Form("columns", "the columns that a table of the last value can have"),
                Form("columns NAME,NAME", "choose them, for all tables of that class"),
                Form("columns default", "go back to the usual ones"),
            ]
        case .json: [Form("json [EXPR]", "a value as JSON; the last one where none is named")]
        case .csv: [Form("csv FILE [EXPR]", "write a list as CSV to a file; the last value where none is named")]
        case .watch: [Form("watch EXPR", "show a value anew every two seconds, until Ctrl-C")]
        case .load: [Form("load FILE", "run a Lua file here; its globals stay")]
        case .run: [Form("run FILE [--PARAMETER VALUE …]", "run a script or workflow by itself, on this server")]
        case .edit: [Form("edit", "write the next input in $EDITOR, beginning with the last one")]
        case .save: [Form("save FILE", "write the inputs that worked as a workflow")]
        case .time: [Form("time CODE", "run it and say how long it took and what it asked the server")]
        case .jobs: [Form("jobs", "what runs, here and behind the prompt")]
        case .stop: [Form("stop NUMBER", "call a job off; nothing is cancelled on the server")]
        case .traceback: [Form("traceback", "the way to the last error")]
        case .server:
            [
                Form("server", "where this prompt is, and which servers are known"),
                Form("server NAME", "go to another server, with a fresh state"),
            ]
        case .sim:
            [Form("sim", "go to the simulated server, with a fresh state")]
                + SimulatorOrder.forms.map { Form("sim " + $0.usage, $0.summary) }
        case .permissions:
            [
                Form("permissions", "what may be changed from here"),
                Form("permissions allow GRANT", "grant more, as in task:deploy"),
                Form("permissions max-hosts COUNT", "let that many different hosts be changed"),
            ]
        case .limits: [Form("limits", "what a chunk may use")]
        case .set:
            [Form("set", "the settings of this prompt"), Form("set NAME VALUE", "change one of them")]
        case .history: [Form("history [COUNT]", "earlier inputs")]
        case .clear: [Form("clear", "clear the screen")]
        case .quit: [Form("quit", "leave; so does Ctrl-D")]
        }
    }

    /// Rows for help: form and summary.
    package static func rows(of command: ColonCommand? = nil) -> [(term: String, text: String)] {
        (command.map { [$0] } ?? allCases).flatMap { command in
            command.forms.map { (":" + $0.usage, $0.summary) }
        }
    }

    /// What can be typed beside commands and Lua.
    package static let signs: [(term: String, text: String)] = [
        ("?NAME", "what something is, with an example"),
        ("??NAME", "its declaration, and the requests behind it"),
        ("CODE &", "run it behind the prompt"),
        ("_  _3  _err", "the last value, the value of input 3, the last error"),
    ]
}
