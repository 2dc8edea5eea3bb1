package import FogModel
import HTTPTypes

/// Which of FOG's two ways of speaking a server has, found by one probe and kept.
///
/// It knows the words for classes, how lists are asked for and filtered, and whether texts come escaped. How an answer
/// is read depends on its shape, not on the dialect: betas of 1.6 mix both.
package struct Dialect: Hashable, Sendable {
    /// Family of FOG's versions.
    package enum Family: String, Sendable {
        /// 1.5.x: lists in one piece, rows with their relations.
        case five = "1.5"
        /// 1.6 and its betas: lists in pages, flat rows.
        case six = "1.6"
    }

    /// Family, found by whether `/fog/system/info` answers with JSON.
    package let family: Family
    /// Whether texts come HTML-escaped and have to be decoded, once.
    ///
    /// Origin: FOG 1.5.9.239, trap 5. On 1.6 nothing escapes when it saves, and no escaping was seen when it reads.
    package let escapesTexts: Bool

    private init(_ family: Family, escapesTexts: Bool) {
        self.family = family
        self.escapesTexts = escapesTexts
    }

    /// Dialect of 1.5.
    package static let five = Dialect(.five, escapesTexts: true)
    /// Dialect of 1.6.
    package static let six = Dialect(.six, escapesTexts: false)

    // MARK: - Words

    /// Gives the server's word for a class.
    ///
    /// - Parameter className: class as FogModel names it: `setting`, and `imaginglog` for the history of imaging; the
    ///   other family's word will do, too.
    /// - Returns: word as in a path.
    ///
    /// Origin: FOG 1.6 renamed `service` to `setting` and put the content of `imaginglog` into `tasklog`.
    package func word(for className: String) -> String {
        switch (family, className) {
        case (.five, "setting"): "service"
        case (.six, "service"): "setting"
        case (.six, "imaginglog"): "tasklog"
        default: className
        }
    }

    /// Gives the path of a class, to which numbers and verbs are added, as in `/fog/host`.
    package func path(of className: String) -> String { "/fog/" + word(for: className) }

    /// Gives the path of one row, as in `/fog/host/12`.
    package func path<Owner: Entity>(of id: Identifier<Owner>) -> String { "\(path(of: Owner.className))/\(id)" }

    // MARK: - Reading

    /// Makes the request for one row.
    package func row<Owner: Entity>(_ id: Identifier<Owner>) -> FogRequest {
        row(Owner.className, id.number)
    }

    /// Makes the request for one row of a class by its name.
    package func row(_ className: String, _ id: Int) -> FogRequest {
        FogRequest(
            kind: .row,
            method: .get,
            path: "\(path(of: className))/\(id)",
            body: nil,
            subject: "\(className) \(id)"
        )
    }

    /// Makes the request for a list, or for a page of it.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - isActive: whether only what is under way is read: tasks and the like.
    ///   - filter: rows that are wanted; it only narrows what comes.
    ///   - page: first row and number of rows; where there are no pages it means nothing.
    /// - Returns: the request.
    package func list(
        _ className: String,
        isActive: Bool = false,
        filter: RowFilter = .all,
        page: Range<Int>? = nil
    ) -> FogRequest {
        var path = path(of: className)
        var body: JSONValue?
        switch family {
        case .five:
            // "/fog/service" is a folder of the web server, "/fog/service/list" is the API.
            path += isActive ? "/active" : path == "/fog/service" ? "/list" : ""
            body = Self.body(of: filter)
        case .six:
            path += isActive ? "/active" : ""
            // The list of what is active ignores filters.
            path += Self.query(isActive ? .all : filter, page)
        }
        return FogRequest(kind: .list, method: .get, path: path, body: body, subject: "the list of \(className)s")
    }

    /// Says in a filter what rows have in common that are under way; nil where no field says so reliably.
    ///
    /// Origin: FOG 1.5.9.239 and 1.6: states 0 to 3.
    static func active(_ className: String) -> RowFilter? {
        ["task", "snapinjob", "snapintask", "multicastsession"].contains(className) ? .anyOf("stateID", 0...3) : nil
    }

    /// Fields whose value in a list of 1.6 is a word for people and not what a filter compares.
    ///
    /// Origin: FOG 1.6, section 4.3.
    static func worded(_ className: String) -> Set<String> {
        switch className {
        case "scheduledtask": ["type", "isActive", "scheduleTime"]
        case "usertracking": ["action"]
        case "inventory": ["mem"]
        default: []
        }
    }
}
