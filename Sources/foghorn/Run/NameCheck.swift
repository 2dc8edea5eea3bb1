import FogAPI
import FogModel
import FogSession
import FogTime
import Foundation

/// Sees that what was typed at a terminal names something on the server, so that it can be asked for again.
///
/// What only the run can tell is left to it: a server that is away has no names.
struct NameCheck {
    /// Server of the run.
    let site: Site

    /// Says what is wrong with a value; nil where it names something, is no name, or the server does not say.
    func fault(in value: ScriptValue, of parameter: ParameterDescription) async -> UsageError? {
        guard case .string(let text) = value else { return nil }
        switch parameter.kind {
        case .hosts: return await selectorFault(text, parameter)
        case .host: return await rowFault(text, Host.self, parameter)
        case .group: return await rowFault(text, Group.self, parameter)
        case .image: return await rowFault(text, Image.self, parameter)
        case .snapin: return await rowFault(text, Snapin.self, parameter)
        default: return nil
        }
    }

    private func selectorFault(_ text: String, _ parameter: ParameterDescription) async -> UsageError? {
        guard let selector = try? Selector(parsing: text) else { return nil }
        do {
            _ = try await site.server.hosts(matching: selector, at: Int(site.clock.secondsSince1970))
            return nil
        } catch let error as FogError where error.code == .notFound {
            return UsageError("\(parameter.flag): \(error.message)", hint: error.hint)
        } catch {
            return nil
        }
    }

    private func rowFault<Row: Entity>(
        _ text: String,
        _ type: Row.Type,
        _ parameter: ParameterDescription
    ) async -> UsageError? {
        guard let names = try? await site.server.names(of: Row.className) else { return nil }
        let isKnown = names.values.contains { $0.caseInsensitiveCompare(text) == .orderedSame }
        if isKnown || Int(text).map({ names[$0] != nil }) ?? false { return nil }
        return UsageError(
            "\(parameter.flag): no \(Row.className) named \"\(text)\"",
            hint: Suggestion.hint(for: text, among: names.values.sorted())
        )
    }
}
