public import FogModel

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
        if draft.name.isEmpty { throw FogError(.invalidArgument, "an image needs a name") }
        var values = try Self.completed(draft)
        values["name"] = .text(draft.name)
        return try await create(Image.self, values)
    }

    private static func completed(_ draft: ImageDraft) throws -> [String: FieldValue] {
        var values = draft.values
        let folder = draft.name.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0 }
        let defaults: [String: FieldValue] = [
            "path": .text(String(String.UnicodeScalarView(folder))), "imageTypeID": .integer(1),
            "osID": .integer(9),
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
}
