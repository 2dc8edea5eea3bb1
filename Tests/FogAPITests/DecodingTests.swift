import FogAPI
import FogModel
import TestSupport
import Testing

@Suite struct DecodingTests {
    /// Reads one row of an answer in a given zone.
    private func row<Owner: WireEntity>(
        _ type: Owner.Type,
        _ json: String,
        zone: String = "UTC"
    ) async throws -> Owner {
        let transport = ScriptedTransport { request, _ in
            request.path == "/fog/service/list"
                ? .json(#"{"count":1,"services":[{"id":1,"name":"FOG_TZ_INFO","value":"\#(zone)"}]}"#) : .json(json)
        }
        return try await FogServer(transport).row(try #require(Identifier<Owner>(1)))
    }

    @Test func `Reads a recorded host field by field`() async throws {
        let host = try await row(Host.self, try Fixtures.recording(258).response.text)

        #expect(host.id.number == 10 && host.name == "lab-010")
        #expect(host.description == "Raum B, Platz 10 — Prüfstand")
        #expect(host.imageID?.number == 2 && host.imagename == "win11-base")
        #expect(host.primac == "00:11:22:33:44:0a" && host.macs == ["00:11:22:33:44:0a"])
        #expect(host.createdTime == 1_795_386_520 && host.deployed == 1_795_386_528)
        #expect(host.ip == nil && !host.pending && !host.useAD && host.pingstatustext == "Success")
    }

    @Test func `Reads the same from numbers and from strings`() async throws {
        let numbers = #"{"id":3,"name":"a","imageID":2,"useAD":1,"pingstatuscode":6,"deployed":"2026-01-02 03:04:05"}"#
        let strings =
            #"{"id":"3","name":"a","imageID":"2","useAD":"1","pingstatuscode":"6","deployed":"2026-01-02 03:04:05"}"#

        #expect(try await row(Host.self, numbers) == row(Host.self, strings))
    }

    @Test(arguments: [#""""#, "null", #""0""#, "0", "false"])
    func `Takes every way to say "no" for no`(json: String) async throws {
        let host = try await row(Host.self, #"{"id":1,"useAD":\#(json),"imageID":\#(json)}"#)

        #expect(!host.useAD)
        #expect(host.imageID == nil)
    }

    @Test(arguments: [#""1""#, "1", "true"])
    func `Takes every way to say "yes" for yes`(json: String) async throws {
        #expect(try await row(Host.self, #"{"id":1,"useAD":\#(json)}"#).useAD)
    }

    @Test(arguments: [#""""#, "null", #""0000-00-00 00:00:00""#, #""-0001-11-30 00:00:00""#, "0"])
    func `Takes every way to say "never" for never`(json: String) async throws {
        #expect(try await row(Host.self, #"{"id":1,"deployed":\#(json)}"#).deployed == nil)
    }

    @Test(arguments: [
        ("UTC", "2026-07-01 12:00:00", 1_782_907_200), ("Europe/Berlin", "2026-07-01 12:00:00", 1_782_900_000),
        ("Europe/Berlin", "2026-01-01 12:00:00", 1_767_265_200), ("Asia/Kolkata", "1970-01-01 05:30:00", 0),
        ("America/New_York", "2024-02-29 00:00:00", 1_709_182_800), ("No/Such", "1970-01-02 00:00:00", 86_400),
    ])
    func `Converts times from the server's zone`(zone: String, text: String, seconds: Int) async throws {
        let host = try await row(Host.self, #"{"id":1,"createdTime":"\#(text)"}"#, zone: zone)

        #expect(host.createdTime == seconds)
    }

    @Test func `Takes a task's names from its objects and its mark from its name`() async throws {
        let json = try Fixtures.recording(250).response.text
        let list = ScriptedTransport { request, _ in
            request.path == "/fog/service/list" ? .json(#"{"services":[]}"#) : .json(json)
        }

        let task = try #require(try await FogServer(list).tasks().first)
        let marked = try await row(FogTask.self, #"{"id":1,"name":"fhabcdefghijkl01 Deploy - pc-1"}"#)

        #expect(task.name == "watched - lab-010" && task.marker == nil)
        #expect(task.hostname == "lab-010" && task.typename == "Deploy" && task.statename == "In-Progress")
        #expect(task.imagename == "win11-base" && task.storagenodename == "DefaultMember")
        #expect(task.percent == 21 && task.bpm == "1.53GB/min" && task.dataTotal == "8.1 GiB")
        #expect(marked.marker == "fhabcdefghijkl01" && marked.name == "Deploy - pc-1")
    }

    @Test func `Takes the counted per cent and not the client's text`() async throws {
        let task = try await row(FogTask.self, #"{"id":1,"pct":"0000000042","percent":"97.5%"}"#)

        #expect(task.percent == 42)
    }

    @Test func `Takes a host that is gone for none`() async throws {
        let task = try await row(FogTask.self, #"{"id":1,"hostID":0,"host":{"id":null,"name":null},"image":[]}"#)

        #expect(task.hostID == nil && task.hostname == nil && task.imagename == nil)
    }

    @Test func `Reads a list that PHP wrote as an object`() async throws {
        let host = try await row(Host.self, #"{"id":1,"macs":{"1":"00:11:22:33:44:01","5":"00:11:22:33:44:02"}}"#)

        #expect(host.macs == ["00:11:22:33:44:01", "00:11:22:33:44:02"])
    }

    @Test func `Keeps the last of two values of one name`() async throws {
        #expect(try await row(Host.self, #"{"id":1,"name":"a","name":"b"}"#).name == "b")
    }

    @Test(arguments: ["sec_tok", "ADPass", "productKey", "pub_key", "ADPassLegacy"])
    func `Never reads a secret`(name: String) async throws {
        let host = try await row(Host.self, #"{"id":1,"\#(name)":"hunter2"}"#)
        let task = try await row(
            FogTask.self,
            #"{"id":1,"storagenode":{"user":"hunter2","pass":"hunter2","name":"n"}}"#
        )

        #expect(!"\(host)".contains("hunter2"))
        #expect(!"\(task)".contains("hunter2") && task.storagenodename == "n")
    }

    @Test(arguments: [
        (#"{"id":1,"imageID":"abc"}"#, "imageID"), (#"{"id":1,"imageID":1.5}"#, "imageID"),
        (#"{"id":1,"imageID":99999999999999999999}"#, "imageID"), (#"{"id":1,"useAD":"7"}"#, "useAD"),
        (#"{"id":1,"deployed":"yesterday"}"#, "deployed"), (#"{"id":1,"name":[]}"#, "name"), (#"{"name":"x"}"#, "id"),
        (#"{"id":0}"#, "id"), (#"{"id":null}"#, "id"),
    ])
    func `Names the field that does not fit`(json: String, field: String) async throws {
        let error = await #expect(throws: FogError.self) { try await row(Host.self, json) }

        #expect(error?.code == .server)
        #expect(error?.message.contains(field) == true)
    }
}
