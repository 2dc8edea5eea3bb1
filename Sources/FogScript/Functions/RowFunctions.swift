import FogModel
import FogOperations
import ScriptAPI

/// Makes the functions about the rows of one class from what the class is called: they are alike for all classes.
struct RowFunctions<Key: RowNaming>: Sendable {
    typealias Row = Key.Row
    typealias Object = EntityObject<Row>

    /// Word for one row in names of functions, as in `storage_node`.
    let one: String
    /// Word for several, as in `storage_nodes`.
    let many: String
    /// Key of a row of the simulated lab in Lua, as in `"Lab A"`, for examples; nil takes the first one, if any.
    let sample: String?
    /// Capability that a server needs to have such rows; nil where every server has them.
    let needs: Capability?

    init(_ one: String, _ many: String, sample: String? = nil, needs: Capability? = nil) {
        (self.one, self.many, self.sample, self.needs) = (one, many, sample, needs)
    }

    private var entity: EntityClass { EntityClass(Row.self) }
    private var words: String { one.replacing("_", with: " ") }
    private var manyWords: String { many.replacing("_", with: " ") }
    private var article: String { "aeiou".contains(words.prefix(1)) ? "an" : "a" }
    private var errors: [String] { [needs == nil ? "unavailable" : "refused", "auth", "server"] }

    /// Functions that read.
    func reading() -> [FogFunction] { [list, get] + (Row.self is any NamedEntity.Type ? [find] : []) }

    /// Function that lists rows.
    var list: FogFunction {
        FogFunction(
            "fog.\(many)",
            "Lists \(manyWords).",
            Parameter<RowFilter<Row>?>("where", "values that their fields have, as in { id = 1 }; all rows if absent"),
            returns: Parameter<[Object]>(result: many, "\(manyWords) in the server's order; empty where none fits"),
            operation: "list\(entity.pluralTitle)",
            errors: errors,
            example: shown("for _, \(short) in ipairs(fog.\(many)()) do\n  print(\(short))\nend")
        ) { fog, filter in
            try Asking.rows(Row.self, .rows(.list(entity, filter?.values ?? [:]))).map(fog.objects)
        }
    }

    private var get: FogFunction {
        FogFunction(
            "fog.\(one)",
            "Gets one \(words).",
            Parameter<Key>("key", Row.self is any NamedEntity.Type ? "number or exact name" : "number"),
            returns: Parameter<Object>(result: one, "the \(words)"),
            operation: "find\(entity.title)",
            errors: ["not_found"],
            example: sample.map { "print(fog.\(one)(\($0)))" } ?? first("print(fog.\(one)(\(short).id))")
        ) { fog, key in
            try key.row(on: fog).map(fog.object)
        }
    }

    private var find: FogFunction {
        FogFunction(
            "fog.find_\(one)",
            "Finds one \(words).",
            Parameter<Key>("key", "number or exact name"),
            returns: Parameter<Object?>(result: one, "the \(words); nil where there is none"),
            operation: "find\(entity.title)",
            example: shown("if not fog.find_\(one)(\"no such name\") then\n  print(\"not there\")\nend")
        ) { fog, key in
            try key.find(on: fog).map { row in row.map(fog.object) }
        }
    }

    /// Function that deletes a row.
    func deleting(example: String) -> FogFunction {
        FogFunction(
            "fog.\(one)_delete",
            method: "\(Row.scriptName):delete",
            "Deletes \(article) \(words).",
            Parameter<Key>(one, "\(words) to delete"),
            details: "Refused while something else would go with it or stand without it.",
            returns: Parameter<Object>(result: one, "the \(words) as it was"),
            operation: "delete\(entity.title)",
            errors: ["not_found", "conflict", "refused", "uncertain"],
            example: shown(example)
        ) { fog, key in
            try key.id(on: fog).then { id in
                try Asking.row(Row.self, .rows(.delete(entity, id.number))).map(fog.object)
            }
        }
    }

    /// Last word, for the name of a variable in examples.
    private var short: String { one.split(separator: "_").last.map(String.init) ?? one }

    /// Shows a line that is about the first row, if there is one.
    private func first(_ line: String) -> String {
        shown("local \(short) = fog.\(many)()[1]\nif \(short) then\n  \(line)\nend")
    }

    /// Puts an example behind a question where not every server has such rows.
    private func shown(_ example: String) -> String {
        guard let needs else { return example }
        let lines = example.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return "if fog.supports(\"\(needs.scriptName)\") then\n\(lines)\nend"
    }
}

extension RowFunctions where Key.Row: ChangeableEntity {
    /// Function that changes a row.
    ///
    /// - Parameter example: changes in Lua, as in `{ description = "for all" }`.
    /// - Returns: the function.
    func changing(example: String) -> FogFunction {
        FogFunction(
            "fog.\(one)_update",
            method: "\(Row.scriptName):update",
            "Changes \(article) \(words).",
            Parameter<Key>(one, "\(words) to change"),
            Parameter<RowChanges<Row>>("changes", "new values; an empty text clears a field"),
            details: "Only what differs is sent, and the row is read back.",
            returns: Parameter<Object>(result: one, "the \(words) as the server now has it"),
            operation: "update\(entity.title)",
            errors: ["not_found", "invalid_argument", "conflict", "uncertain"],
            example: sample.map { "fog.\(one)(\($0)):update(\(example))" } ?? first("\(short):update(\(example))")
        ) { fog, key, changes in
            try key.id(on: fog).then { id in
                try Asking.row(Row.self, .rows(.update(entity, id.number, changes.values))).map(fog.object)
            }
        }
    }

    /// Function that makes a row.
    ///
    /// - Parameter example: values in Lua, as in `{ name = "Chrome" }`.
    /// - Returns: the function.
    func making(example: String) -> FogFunction {
        FogFunction(
            "fog.\(one)_create",
            "Makes \(article) \(words).",
            Parameter<RowDraft<Row>>(one, "what it is made of; what is absent gets a default that works"),
            returns: Parameter<Object>(result: one, "the \(words) as the server now has it"),
            operation: "create\(entity.title)",
            errors: ["conflict", "invalid_argument", "uncertain"],
            example: shown("print(fog.\(one)_create(\(example)))")
        ) { fog, draft in
            try Asking.row(Row.self, .rows(.create(entity, draft.values))).map(fog.object)
        }
    }

    /// Functions that read, make, change and delete.
    ///
    /// - Parameters:
    ///   - draft: values of a new row in Lua.
    ///   - changes: new values in Lua.
    /// - Returns: the functions.
    func everything(draft: String, changes: String) -> [FogFunction] {
        reading() + [
            making(example: draft), changing(example: changes),
            deleting(example: "fog.\(one)_create(\(draft)):delete()"),
        ]
    }
}
