public import FogModel

extension FogServer {
    /// Lists images in the server's order, by name.
    public func images() async throws -> [Image] {
        try await rows(Image.self)
    }

    /// Gets one image.
    ///
    /// - Throws: `FogError` with `notFound`, its hint naming the nearest name.
    public func image(_ key: Key<Image>) async throws -> Image {
        if let image = try await findImage(key) { return image }
        throw await notFound(key)
    }

    /// Finds one image; nil where there is none.
    public func findImage(_ key: Key<Image>) async throws -> Image? {
        try await find(key)
    }
}
