import FogModel

extension ClassNames {
    /// Classes that a description of the API names: first parts of its paths.
    ///
    /// Origin: FOG 1.6, `GET /fog/system/openapi`.
    static func inDescription(_ reader: inout JSONReader) throws(JSONFault) -> Set<String> {
        var names: Set<String> = []
        try reader.members { (reader, name) throws(JSONFault) in
            guard reader.string(name) == "paths" else { return try reader.skip() }
            try reader.members { (reader, path) throws(JSONFault) in
                try reader.keep()
                let parts = reader.string(path).split(separator: "/").map(String.init)
                if let first = parts.first(where: { $0 != "fog" }), isClassName(first) { names.insert(first) }
                try reader.skip()
            }
        }
        return names
    }
}
