/// Value of one field of an entity, in the form that scripts see.
public enum FieldValue: Hashable, Codable, Sendable {
    /// Unset.
    case none
    /// Whole number.
    case integer(Int)
    /// Text without HTML escapes.
    case text(String)
    /// Yes or no; FOG's "never set" is no.
    case flag(Bool)
    /// Several texts in the server's order.
    case texts([String])
    /// Number with a fraction.
    case number(Double)
    /// Numbers of several rows in the server's order.
    case integers([Int])
}

/// What a field holds, and so how an answer of the server is read into it.
public enum FieldKind: String, Codable, Sendable, CaseIterable {
    /// Whole number, always present.
    case integer
    /// Number of another row; the server's 0 is nil.
    case reference
    /// Text; the server's empty text is nil unless the field is a name.
    case text
    /// Boolean.
    case flag
    /// Instant in whole seconds since 1970-01-01 UTC; the server's zero date is nil.
    case time
    /// List of texts.
    case texts
    /// Number with a fraction; the server's null is nil.
    case number
    /// Numbers of other rows; the server's 0 is left out.
    case references
}

/// One field of an entity: its name on the server and in scripts, what it holds and how to reach it.
///
/// The one place where a field's name stands: FogAPI reads answers by it, scripts read objects by it, help prints it.
public struct Field<Owner>: Sendable {
    /// FOG's own name of the field, as in `imageID`.
    public let name: String
    /// What the field holds.
    public let kind: FieldKind
    /// One line for people, without a full stop.
    public let help: String
    /// Reads the field.
    public let get: @Sendable (Owner) -> FieldValue
    /// Sets the field; leaves the owner alone and returns false for a value of another kind.
    public let set: @Sendable (inout Owner, FieldValue) -> Bool
    /// Class of the row that a `reference` names; nil for other kinds.
    public private(set) var target: (any Entity.Type)?
}

extension Field {
    /// Declares a field that is reckoned from others and cannot be set.
    ///
    /// - Parameters:
    ///   - name: name in scripts.
    ///   - kind: what it holds.
    ///   - help: one line for people, without a full stop.
    ///   - get: reckons it.
    /// - Returns: the field.
    public static func reckoned(
        _ name: String,
        _ kind: FieldKind,
        _ help: String,
        get: @escaping @Sendable (Owner) -> FieldValue
    ) -> Field {
        Field(name: name, kind: kind, help: help, get: get) { _, _ in false }
    }

    /// Path that may be kept by a value which crosses tasks.
    public typealias Path<Value> = WritableKeyPath<Owner, Value> & Sendable

    /// Declares a whole number.
    public static func integer(_ name: String, _ path: any Path<Int>, _ help: String) -> Field {
        Field(name: name, kind: .integer, help: help) { owner in
            .integer(owner[keyPath: path])
        } set: { owner, value in
            guard case .integer(let number) = value else { return false }
            owner[keyPath: path] = number
            return true
        }
    }

    /// Declares a whole number that not every answer tells; nil is "not told".
    public static func integer(_ name: String, _ path: any Path<Int?>, _ help: String) -> Field {
        Field(name: name, kind: .integer, help: help) { owner in
            owner[keyPath: path].map { .integer($0) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .integer(let number): owner[keyPath: path] = number
            default: return false
            }
            return true
        }
    }

    /// Declares the number of another row; nil is "none".
    public static func reference<Target>(
        _ name: String,
        _ path: any Path<Identifier<Target>?>,
        _ help: String
    ) -> Field {
        var field = Field(name: name, kind: .reference, help: help) { owner in
            owner[keyPath: path].map { .integer($0.number) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .integer(let number): owner[keyPath: path] = Identifier(number)
            default: return false
            }
            return true
        }
        field.target = Target.self as? any Entity.Type
        return field
    }

    /// Declares the row's own number, which is always present.
    public static func identifier(_ path: any Path<Identifier<Owner>>, _ help: String) -> Field {
        Field(name: "id", kind: .integer, help: help) { owner in
            .integer(owner[keyPath: path].number)
        } set: { owner, value in
            guard case .integer(let number) = value, let identifier = Identifier<Owner>(number) else { return false }
            owner[keyPath: path] = identifier
            return true
        }
    }

    /// Declares text that is always present.
    public static func name(_ name: String, _ path: any Path<String>, _ help: String) -> Field {
        Field(name: name, kind: .text, help: help) { owner in
            .text(owner[keyPath: path])
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = ""
            case .text(let text): owner[keyPath: path] = text
            default: return false
            }
            return true
        }
    }

    /// Declares text that may be unset.
    public static func text(_ name: String, _ path: any Path<String?>, _ help: String) -> Field {
        Field(name: name, kind: .text, help: help) { owner in
            owner[keyPath: path].map { .text($0) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .text(let text): owner[keyPath: path] = text.isEmpty ? nil : text
            default: return false
            }
            return true
        }
    }

    /// Declares a boolean.
    public static func flag(_ name: String, _ path: any Path<Bool>, _ help: String) -> Field {
        Field(name: name, kind: .flag, help: help) { owner in
            .flag(owner[keyPath: path])
        } set: { owner, value in
            guard case .flag(let flag) = value else { return false }
            owner[keyPath: path] = flag
            return true
        }
    }

    /// Declares a boolean that not every answer tells; nil is "not told".
    public static func flag(_ name: String, _ path: any Path<Bool?>, _ help: String) -> Field {
        Field(name: name, kind: .flag, help: help) { owner in
            owner[keyPath: path].map { .flag($0) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .flag(let flag): owner[keyPath: path] = flag
            default: return false
            }
            return true
        }
    }

    /// Declares an instant in seconds since 1970-01-01 UTC; nil is "never".
    public static func time(_ name: String, _ path: any Path<Int?>, _ help: String) -> Field {
        Field(name: name, kind: .time, help: help) { owner in
            owner[keyPath: path].map { .integer($0) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .integer(let seconds): owner[keyPath: path] = seconds
            default: return false
            }
            return true
        }
    }

    /// Declares a list of texts.
    public static func texts(_ name: String, _ path: any Path<[String]>, _ help: String) -> Field {
        Field(name: name, kind: .texts, help: help) { owner in
            .texts(owner[keyPath: path])
        } set: { owner, value in
            guard case .texts(let texts) = value else { return false }
            owner[keyPath: path] = texts
            return true
        }
    }

    /// Declares a number with a fraction; nil is "not told".
    public static func number(_ name: String, _ path: any Path<Double?>, _ help: String) -> Field {
        Field(name: name, kind: .number, help: help) { owner in
            owner[keyPath: path].map { .number($0) } ?? .none
        } set: { owner, value in
            switch value {
            case .none: owner[keyPath: path] = nil
            case .integer(let number): owner[keyPath: path] = Double(number)
            case .number(let number): owner[keyPath: path] = number
            default: return false
            }
            return true
        }
    }

    /// Declares the numbers of several other rows.
    public static func references<Entity>(
        _ name: String,
        _ path: any Path<[Identifier<Entity>]>,
        _ help: String
    ) -> Field {
        Field(name: name, kind: .references, help: help) { owner in
            .integers(owner[keyPath: path].map(\.number))
        } set: { owner, value in
            guard case .integers(let numbers) = value else { return false }
            owner[keyPath: path] = numbers.compactMap { Identifier($0) }
            return true
        }
    }
}
