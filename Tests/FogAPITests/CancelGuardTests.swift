import FogAPI
import Testing

@Suite struct CancelGuardTests {
    @Test(arguments: [
        ("/fog/task/7/cancel", CancelTarget.Class.task, 7),
        ("/fog/host/12/cancel", .host, 12),
        ("/fog/multicastsession/1/cancel", .multicastSession, 1),
        ("/fog/scheduledtask/3/cancel", .scheduledTask, 3),
        ("/fog/snapinjob/4/cancel", .snapinJob, 4),
        ("/fog/snapintask/5/cancel", .snapinTask, 5),
        ("/fog/filedeletequeue/6/cancel", .fileDeletion, 6),
        ("/fog/task/2147483647/cancel", .task, 2_147_483_647),
        ("/task/7/cancel", .task, 7),
        ("task/7/cancel", .task, 7),
    ])
    func `Knows the plain form of a cancel`(path: String, kind: CancelTarget.Class, id: Int) throws {
        let target = try #require(CancelTarget(kind, id))

        #expect(CancelGuard.examine(method: "DELETE", path: path) == .one(target))
        #expect(target.path.hasSuffix(path))
    }

    @Test(arguments: [
        "/fog/task/cancel", "/fog/task//cancel", "/fog/task/0/cancel", "/fog/task/-1/cancel", "/fog/task/+7/cancel",
        "/fog/task/007/cancel", "/fog/task/7.0/cancel", "/fog/task/7e0/cancel", "/fog/task/0x7/cancel",
        "/fog/task/ 7/cancel", "/fog/task/7 /cancel", "/fog/task/7%20/cancel", "/fog/task/%37/cancel",
        "/fog/task/nil/cancel", "/fog/task/undefined/cancel", "/fog/task/٧/cancel", "/fog/task/７/cancel",
        "/fog/task/2147483648/cancel", "/fog/task/99999999999999999999/cancel",
        "/fog/task/7/cancel/", "/fog/task/7//cancel", "//fog/task/7/cancel", "/fog//task/7/cancel",
        "/fog/task/7/cancel?", "/fog/task/7/cancel?id=8", "/fog/task/7/cancel#x", "/fog/task/7/cancel;x",
        "/fog/task/7/Cancel", "/fog/task/7/CANCEL", "/fog/TASK/7/cancel", "/FOG/task/7/cancel",
        "/fog/task/7%2Fcancel", "/fog/task/7%2fcancel", "/fog/task%2F7%2Fcancel", "/fog/task/7/%63ancel",
        "/fog/task/7/%2563ancel", "/fog/task/7/%252563ancel", "/fog/task/7/can%63el", "/fog/task/7/c%61ncel%00",
        "/fog/task/./7/cancel", "/fog/task/7/./cancel", "/fog/task/8/../7/cancel", "/fog/task/7/cancel/..",
        "/fog/x/../task/cancel", "/fog/task/7/can/../cancel", "/fog/task/7/x/cancel", "/fog/fog/task/7/cancel",
        "/fog/group/1/cancel", "/fog/image/1/cancel", "/fog/nothing/1/cancel", "/fog/cancel", "/cancel", "cancel",
        "/fog/task/7,8/cancel", "/fog/task/7|8/cancel", "/fog/task/[7]/cancel", "/fog/task/7/cancel\n",
        "/fog/task/7\r\n/cancel", "/fog/task/7/can\u{0}cel", "/fog/tasks/7/cancel", "\\fog\\task\\cancel",
        "/fog/task/7?action=cancel", "/fog/index.php/task/cancel",
    ])
    func `Refuses what smells of a cancel and is none in its plain form`(path: String) {
        guard case .refused(let reason) = CancelGuard.examine(method: "DELETE", path: path) else {
            Issue.record("let \(path) through")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test(arguments: ["delete", "Delete", "DEL", "E", "", "POST", "PUT", "PATCH", "DELETE ", " DELETE", "get"])
    func `Lets no other method near a cancel`(method: String) {
        guard case .refused = CancelGuard.examine(method: method, path: "/fog/task/7/cancel") else {
            Issue.record("let \(method) through")
            return
        }
    }

    @Test(arguments: [
        ("GET", "/fog/host/search/cancelled"), ("HEAD", "/fog/task/cancel"), ("GET", "/fog/task/7/cancel"),
        ("DELETE", "/fog/task/7"), ("DELETE", "/fog/host/7/delete"), ("POST", "/fog/host/1/task"),
        ("PUT", "/fog/task/7/edit"), ("POST", "/fog/scheduledtask/create"), ("DELETE", "/fog/task/7%"),
        ("DELETE", "/fog/task/7%2"), ("DELETE", "/fog/task/7%zz"), ("POST", ""),
    ])
    func `Leaves other requests alone`(method: String, path: String) {
        #expect(CancelGuard.examine(method: method, path: path) == .harmless)
    }

    @Test func `Holds for every way to encode the word`() {
        let plain = Array("/fog/task/cancel".utf8)
        for mask in 0..<(1 << 6) {
            let start = plain.count - 6
            let path = plain.enumerated().map { place, byte in
                place >= start && mask >> (place - start) & 1 == 1
                    ? "%" + String(byte, radix: 16, uppercase: mask % 2 == 0) : String(Unicode.Scalar(byte))
            }
            .joined()

            #expect(CancelGuard.examine(method: "DELETE", path: path) != .harmless, "\(path)")
        }
    }

    @Test(arguments: [Int.min, -1, 0, 2_147_483_648, Int.max])
    func `Takes no number that can name no row`(id: Int) {
        #expect(CancelTarget(.task, id) == nil)
    }
}
