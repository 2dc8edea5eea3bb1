/// A printer that the FOG client sets up.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Printer: NamedEntity {
    /// FOG's class name.
    public static let className: String = "printer"

    public var id: PrinterID
    public var name: String = ""
    public var description: String?
    public var config: String?
    public var port: String?
    public var ip: String?
    public var model: String?
    public var file: String?
    public var configFile: String?

    /// Makes a printer whose fields are all unset.
    public init(id: PrinterID) {
        self.id = id
    }
}

extension Printer {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/printer/ID`.
    public static let fields: [Field<Printer>] = [
        .identifier(\.id, "number of the printer"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
        .text("config", \.config, "kind: Local, Network, iPrint or Cups"),
        .text("port", \.port, "port"),
        .text("ip", \.ip, "address"),
        .text("model", \.model, "model as the driver names it"),
        .text("file", \.file, "file of the driver"),
        .text("configFile", \.configFile, "file of settings"),
    ]
}
