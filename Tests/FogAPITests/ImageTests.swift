import FogAPI
import FogModel
import FogSim
import Testing

@Suite struct ImageTests {
    @Test(arguments: [FogSim.Typing.php7, .php8])
    func `Makes an image that can be deployed`(typing: FogSim.Typing) async throws {
        let site = Site(typing: typing)

        let image = try await site.server.createImage(ImageDraft(name: "Lab Übung 2026"))

        #expect(image.isEnabled && image.toReplicate && image.path == "Labbung2026")
        #expect(image.imageTypeID == 1 && image.imagePartitionTypeID == 1 && image.osID == 9)
        #expect(image.format == "5" && image.compress == 6)
        #expect(try await site.server.image(.name("lab übung 2026")) == image)
    }

    @Test func `Takes the values that are given`() async throws {
        let site = Site()

        let image = try await site.server.createImage(
            ImageDraft(
                name: "Debian",
                values: [
                    "path": .text("deb13"), "osID": .integer(50), "imageTypeID": .integer(2), "isEnabled": .flag(false),
                    "description": .text("a & b"), "protected": .flag(true), "format": .none,
                ]
            )
        )

        #expect(image.path == "deb13" && image.osID == 50 && image.imageTypeID == 2 && !image.isEnabled)
        #expect(image.description == "a & b" && image.protected && image.format == "5")
    }

    @Test(
        arguments: [
            ("", [:], "an image needs a name"), ("r&d", [:], "image name \"r&d\" holds \"&\""),
            ("ann's", [:], "image name \"ann's\" holds \"'\""), ("x 😀", [:], "image name \"x 😀\" holds \"😀\""),
            ("a_api_b", [:], "image name \"a_api_b\" holds \"_api_\""),
            (
                String(repeating: "n", count: 41), [:],
                "image name \"\(String(repeating: "n", count: 41))\" has 41 characters"
            ),
            ("日本", [:], "image \"日本\" needs a folder of its own"),
            ("a", ["path": .text("../etc")], "image \"a\" needs a folder of its own"),
            ("a", ["size": .text("1")], "field \"size\" of an image cannot be set"),
            ("a", ["osID": .text("win")], "field \"osID\" of an image takes a whole number, not \"win\""),
        ] as [(String, [String: FieldValue], String)]
    )
    func `Sends nothing that FOG would spoil`(
        name: String,
        values: [String: FieldValue],
        message: String
    ) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createImage(ImageDraft(name: name, values: values))
        }

        #expect(error?.code == .invalidArgument && error?.message == message)
        #expect(site.transport.changes.isEmpty)
    }

    @Test(arguments: [
        ("imageTypeID", 77, "no image type 77"), ("osID", 10, "no operating system 10"),
        ("imagePartitionTypeID", 99, "no partition type 99"),
    ])
    func `Names no row that the server lacks`(field: String, number: Int, message: String) async throws {
        let site = Site()

        let error = await #expect(throws: FogError.self) {
            try await site.server.createImage(ImageDraft(name: "a", values: [field: .integer(number)]))
        }

        #expect(error?.code == .notFound && error?.message == message)
        #expect(error?.hint?.hasPrefix("the server has 1 ") == true)
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Gives no two images one folder or name`() async throws {
        let site = Site()
        let taken = try await site.server.images()[0]

        let folder = await #expect(throws: FogError.self) {
            try await site.server.createImage(ImageDraft(name: "a", values: ["path": .text(taken.path ?? "")]))
        }
        let name = await #expect(throws: FogError.self) {
            try await site.server.createImage(ImageDraft(name: taken.name, values: ["path": .text("other")]))
        }

        #expect(folder?.code == .conflict && folder?.message.hasSuffix("belongs to \(taken.label)") == true)
        #expect(name?.code == .conflict && name?.message == "image \"\(taken.name)\" exists already: \(taken.label)")
    }

    @Test func `Finds an image whose answer was lost`() async throws {
        let site = Site { $0.faults = [.init(.dropAnswer, method: "POST")] }

        #expect(try await site.server.createImage(ImageDraft(name: "a")).name == "a")
        #expect(site.transport.changes.count == 1)
    }
}
