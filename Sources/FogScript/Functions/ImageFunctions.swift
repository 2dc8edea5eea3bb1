import FogModel
import FogOperations
import ScriptAPI

/// Functions about images.
enum ImageFunctions {
    typealias ImageObject = EntityObject<Image>

    private static let rows = RowFunctions<RowArgument<Image>>("image", "images", sample: "1")

    static let all: [FogFunction] =
        rows.everything(draft: "{ name = \"Win11-24H2\" }", changes: "{ description = \"for all rooms\" }")
        + [hosts, tasks]

    static let hosts = FogFunction(
        "fog.image_hosts",
        method: "Image:hosts",
        "Lists the hosts that have an image assigned.",
        Parameter<RowArgument<Image>>("image", "image to look for"),
        returns: Parameter<[EntityObject<Host>]>(result: "hosts", "hosts; empty where none has it"),
        operation: "listHosts",
        errors: ["not_found"],
        example: "print(#fog.image(1):hosts() .. \" hosts have it\")"
    ) { fog, image in
        try Lookup.id(image, fog).then { image in
            try Asking.rows(Host.self, .rows(.list(.host, ["imageID": .integer(image.number)]))).map(fog.objects)
        }
    }

    static let tasks = FogFunction(
        "fog.image_in_use",
        method: "Image:in_use",
        "Lists the active tasks that deploy or capture an image.",
        Parameter<RowArgument<Image>>("image", "image to look for"),
        returns: Parameter<[EntityObject<FogTask>]>(result: "tasks", "tasks; empty where the image is not in use"),
        operation: "listTasks",
        errors: ["not_found"],
        example: "if #fog.image(1):in_use() == 0 then\n  print(\"free\")\nend"
    ) { fog, image in
        try Lookup.id(image, fog).then { image in
            try Asking.rows(FogTask.self, .tasks(.list(TaskQuery()))).map { tasks in
                fog.objects(tasks.filter { $0.imageID == image })
            }
        }
    }
}
