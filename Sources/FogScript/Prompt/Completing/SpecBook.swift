import FogModel
import FogStdlib
import ScriptAPI
import Synchronization

/// What is known of functions and classes, by name.
enum SpecBook {
    /// Functions of `fog`, and the globals beside it.
    static let functions: [String: FunctionSpec] = Dictionary(
        (FogFunctions.specs + GlobalSpecs.all).map { ($0.name, $0) }
    ) { one, _ in one }

    /// Methods of objects by class, and by name.
    static let methods: [String: [String: FunctionSpec]] = {
        var methods: [String: [String: FunctionSpec]] = [:]
        for spec in FogFunctions.specs {
            guard let parts = spec.method?.split(separator: ":"), parts.count == 2 else { continue }
            methods[String(parts[0]), default: [:]][String(parts[1])] = spec
        }
        return methods
    }()

    /// Classes of objects by name.
    static let classes: [String: ClassSpec] = Dictionary(ManualClasses.all.map { ($0.name, $0) }) { one, _ in one }

    /// Classes whose lists functions give, by the name of the result, as in `hosts`.
    static let classesOfLists: [String: String] = Dictionary(
        EntityClass.allCases.map { entity in
            let words = entity.title.reduce(into: "") { words, letter in
                if letter.isUppercase, !words.isEmpty, words.last?.isLowercase ?? false { words += "_" }
                words += letter.lowercased()
            }
            return (words.hasSuffix("y") ? words.dropLast() + "ies" : words + "s", entity.title)
        }
    ) { one, _ in one }

    /// Gives what is known of a module of the library, or of the global `os`; nil for any other name.
    static func module(_ name: String) -> ModuleSpec? {
        if let known = modules.withLock({ $0[name] }) { return known }
        guard let text = Stdlib.source(of: name) else { return nil }
        let spec = AnnotationReader.read(name, text)
        modules.withLock { $0[name] = spec }
        return spec
    }

    private static let modules = Mutex<[String: ModuleSpec]>([:])
}
