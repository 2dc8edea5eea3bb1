import FogModel
import FogOperations
import ScriptAPI

/// Functions about images.
enum ImageFunctions {
    typealias ImageObject = EntityObject<Image>

    static let all: [FogFunction] = [list, get, create]

    static let list = FogFunction(
        "fog.images",
        "Lists images.",
        returns: Parameter<[ImageObject]>(result: "images", "all images in the server's order"),
        operation: "listImages",
        errors: ["auth", "unavailable", "server"]
    ) { fog in
        try Asking.all(Image.self).map(fog.objects)
    }

    static let get = FogFunction(
        "fog.image",
        "Gets one image.",
        Parameter<RowArgument<Image>>("key", "number or exact name"),
        returns: Parameter<ImageObject>(result: "image", "the image"),
        operation: "findImage",
        errors: ["not_found"]
    ) { fog, key in
        try Lookup.row(key, fog).map(fog.object)
    }

    static let create = FogFunction(
        "fog.image_create",
        "Makes an image record; its files come with the first capture.",
        Parameter<ImageDraftOptions>("image", "what it is made of; what is absent gets a default that works"),
        returns: Parameter<ImageObject>(result: "image", "the image as the server now has it"),
        operation: "createImage",
        errors: ["conflict", "invalid_argument"]
    ) { fog, draft in
        let values = draft.values.merging(["name": .text(draft.name)]) { $1 }
        return try Asking.row(Image.self, .rows(.create(.image, values))).map(fog.object)
    }
}
