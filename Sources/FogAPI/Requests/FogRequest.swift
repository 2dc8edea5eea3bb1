package import FogModel
package import HTTPTypes

/// One request to a server, before login and transport.
///
/// Paths are made of class names and checked numbers only: FOG does not decode paths, and a bad number in one of them
/// has cancelled every task of a site.
package struct FogRequest: Sendable {
    /// What a request does.
    package enum Kind: Sendable {
        /// Reads one row, or something small.
        case row
        /// Reads a list.
        case list
        /// Changes something: never sent twice.
        case change
    }

    /// What the request does.
    package let kind: Kind
    /// Method of HTTP.
    package let method: HTTPRequest.Method
    /// Path from `/fog/` on.
    package let path: String
    /// Body; a list's is its filter.
    package let body: JSONValue?
    /// What it is about, for people, as in `host 12`.
    package let subject: String

    /// Reads one row of a class that has the same word in each dialect.
    package static func row<Owner: Entity>(_ id: Identifier<Owner>) -> FogRequest { Dialect.five.row(id) }

    /// Changes something.
    package static func change(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: JSONValue,
        subject: String
    ) -> FogRequest {
        FogRequest(kind: .change, method: method, path: path, body: body, subject: subject)
    }

    /// Request as it is sent.
    func http(_ credentials: FogCredentials) -> HTTPRequest {
        var fields = HTTPFields(credentials.fields)
        fields[.accept] = "application/json"
        if body != nil { fields[.contentType] = "application/json" }
        return HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
    }

    /// Method and path for people, without the query.
    var line: String {
        "\(method.rawValue) \(path.prefix { $0 != "?" })"
    }
}
