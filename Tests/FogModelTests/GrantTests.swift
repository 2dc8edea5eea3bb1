import FogModel
import Testing

@Suite struct GrantTests {
    @Test(arguments: [
        "read", "write:host", "write:*", "delete:image", "task:deploy", "task:*", "task:27", "cancel", "setting", "raw",
        "task:deploy@group:Lab A", "write:host@lab-*,!lab-07", "cancel@id:3-9", "write:windowskey",
        "task:*@a@b",
    ])
    func `Writes what it has read`(_ text: String) throws {
        #expect(try Grant(text).description == text)
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var text: String
        var column: Int
        var hint: String
        var testDescription: String { text.isEmpty ? "(empty)" : text }
    }

    @Test(arguments: [
        Mistake(text: "", column: 1, hint: "read, write:CLASS"),
        Mistake(text: "wirte:host", column: 1, hint: "\"write\""),
        Mistake(text: "task", column: 5, hint: "task:deploy"),
        Mistake(text: "task:", column: 6, hint: "task:deploy"),
        Mistake(text: "task:deplyo", column: 6, hint: "\"deploy\""),
        Mistake(text: "task:xxxxxxxxx", column: 6, hint: "fast_wipe"),
        Mistake(text: "write:hsot", column: 7, hint: "\"host\""),
        Mistake(text: "write:Host", column: 7, hint: "\"host\""),
        Mistake(text: "write:mac", column: 7, hint: "macaddressassociation"),
        Mistake(text: "write:setting", column: 7, hint: "setting"),
        Mistake(text: "delete:*", column: 8, hint: "delete:image"),
        Mistake(text: "cancel:all", column: 7, hint: "cancel"),
        Mistake(text: "read@lab-*", column: 5, hint: "write read"),
        Mistake(text: "setting@lab-*", column: 8, hint: "setting"),
        Mistake(text: "task:deploy@", column: 13, hint: "names and globs"),
        Mistake(text: "task:deploy@grup:Lab", column: 13, hint: "group"),
        Mistake(text: "task:deploy@lab-1,,lab-2", column: 19, hint: "names and globs"),
    ])
    func `Points at what cannot be read and says what may stand there`(_ mistake: Mistake) throws {
        let fault = try #require(throws: GrantFault.self) { try Grant(mistake.text) }

        #expect(fault.column == mistake.column)
        #expect(fault.hint.contains(mistake.hint), "\(fault)")
    }

    @Test func `A wildcard grants nothing that destroys, and denies it all`() throws {
        let destructive: [PermissionVerb] =
            PermissionVerb.destructiveTypes.map { .task(.name($0)) } + [.task(.id(try #require(TaskTypeID(27))))]

        for verb in destructive {
            #expect(!(try Grant("task:*").grants(verb)))
            #expect(try Grant("task:*", for: .denying).denies(verb))
        }
        #expect(!(try Grant("write:*").grants(.write("user"))))
        #expect(try Grant("write:*").grants(.write("host")))
        #expect(try Grant("delete:*", for: .denying).denies(.delete("image")))
        #expect(try Grant("write:user").grants(.write("user")))
    }

    @Test func `Takes what destroys only by its own name`() throws {
        let types = TaskTypeName.allCases.filter { PermissionVerb.task(.name($0)).isDestructive }

        #expect(
            types.map(\.rawValue).sorted() == [
                "capture", "capture_debug", "fast_wipe", "full_wipe", "normal_wipe", "password_reset",
            ]
        )
    }
}
