public import FogModel
import HTTPTypes

extension FogServer {
    /// Makes the record of an image; its files come with the first capture.
    ///
    /// What the draft leaves open is filled so that the image can be used: enabled, replicated, all partitions of a
    /// single resizable disk, Windows 10, compressed with zstd at level 6, a folder named like the image.
    ///
    /// - Returns: the image as the server has it.
    /// - Throws: `FogError` with `invalidArgument` (name, values), `conflict` (name or folder in use), `notFound` (image
    ///   type, partition type or operating system), `uncertain` (answer lost, and no such image is seen).
    ///
    /// Origin: FOG 1.5.9.239, traps 3, 4 and 8; recordings 061 to 072.
    public func createImage(_ draft: ImageDraft) async throws -> Image {
        try checkName(draft.name)
        let values = try Self.completed(draft)
        try await checkRows(values)
        try await checkFolder(values, draft.name)
        var members = [JSONValue.Member("name", .text(draft.name))]
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            members.append(.init(name, try Self.wire(name, value)))
        }
        let request = FogRequest.change(
            .post,
            "/fog/image/create",
            .object(members),
            subject: "image \"\(draft.name)\""
        )
        do {
            return try row(Image.self, in: try await send(request), zone: try await zone(), request)
        } catch let error as FogError {
            return try await settle(error, draft)
        }
    }

    private func checkName(_ name: String) throws {
        if name.isEmpty { throw FogError(.invalidArgument, "an image needs a name") }
        if name.unicodeScalars.count > 40 {
            throw FogError(
                .invalidArgument,
                "image name \"\(name)\" has \(name.unicodeScalars.count) characters",
                hint: "FOG cuts it after 40"
            )
        }
        if let letter = name.unicodeScalars.first(where: { $0.value > 0xFFFF || HTMLText.isMangled(String($0)) }) {
            throw FogError(
                .invalidArgument,
                "image name \"\(name)\" holds \"\(letter)\"",
                hint: "FOG spoils names with & < > \" ' or emoji at the next change of the image"
            )
        }
        if Self.isHidden(name) {
            throw FogError(
                .invalidArgument,
                "image name \"\(name)\" holds \"_api_\"",
                hint: "FOG leaves such images out of its lists"
            )
        }
    }

    private static func completed(_ draft: ImageDraft) throws -> [String: FieldValue] {
        var values = draft.values
        let folder = draft.name.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0 }
        let defaults: [String: FieldValue] = [
            "path": .text(String(String.UnicodeScalarView(folder))), "imageTypeID": .integer(1),
            "imagePartitionTypeID": .integer(1), "osID": .integer(9), "isEnabled": .flag(true),
            "toReplicate": .flag(true), "format": .text("5"), "compress": .integer(6),
        ]
        values.merge(defaults) { given, standard in given == FieldValue.none ? standard : given }
        guard case .text(let path) = values["path"], !path.isEmpty, !path.contains("/"), !path.hasPrefix(".") else {
            throw FogError(
                .invalidArgument,
                "image \"\(draft.name)\" needs a folder of its own",
                hint: "give `path`, a name of letters and digits without /"
            )
        }
        return values
    }

    /// Flags of an image that FOG keeps as numbers.
    private static func wire(_ name: String, _ value: FieldValue) throws -> JSONValue {
        if name == "protected", case .flag(let flag) = value { return .integer(flag ? 1 : 0) }
        return try Writable.image.value(name, value)
    }

    /// Sees that the rows exist to which an image refers: FOG saves an image of an unknown type and then loses it.
    private func checkRows(_ values: [String: FieldValue]) async throws {
        let classes = [
            ("imageTypeID", "imagetype", "image type"),
            ("imagePartitionTypeID", "imagepartitiontype", "partition type"),
            ("osID", "os", "operating system"),
        ]
        for (field, className, words) in classes {
            guard case .integer(let number) = values[field] else {
                throw FogError(.invalidArgument, "field \"\(field)\" of an image takes a whole number")
            }
            let known = try await names(of: className)
            if known[number] == nil {
                let has = known.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
                throw FogError(.notFound, "no \(words) \(number)", hint: "the server has \(has)")
            }
        }
    }

    /// Sees that no other image has the folder: a capture of one would overwrite the other.
    private func checkFolder(_ values: [String: FieldValue], _ name: String) async throws {
        guard case .text(let path) = values["path"] else { return }
        let images = try await images()
        if let other = images.first(where: { $0.path?.lowercased() == path.lowercased() }) {
            let isSame = other.name.lowercased() == name.lowercased()
            throw FogError(
                .conflict,
                isSame
                    ? "an image named \"\(name)\" exists already: \(other.label)"
                    : "image \"\(name)\" cannot have folder \"\(path)\": \(other.label) has it",
                hint: isSame ? nil : "give another `path`: a capture of one would overwrite the other"
            )
        }
    }

    private func settle(_ error: FogError, _ draft: ImageDraft) async throws -> Image {
        switch (error.code, error.status) {
        case (.uncertain, _):
            guard let image = try? await findImage(.name(draft.name)) else { throw error }
            return image
        case (.notFound, 404):
            throw savedButBroken("image \"\(draft.name)\"", status: 404)
        case (.conflict, _):
            throw FogError(
                .conflict,
                "an image named \"\(draft.name)\" exists already",
                status: error.status,
                cause: error.cause
            )
        default:
            throw error
        }
    }
}
