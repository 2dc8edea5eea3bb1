import FogSim
import TestSupport
import Testing

/// The ten things of a real server that bite its clients, beside those that the recordings hold.
@Suite struct TrapTests {
    private var client = SimClient(.lab())

    private func deploy(_ hosts: ClosedRange<Int>) {
        for id in hosts { _ = client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":10}"#) }
    }

    @Test(arguments: [
        ("/fog/task/999/cancel", ""), ("/fog/task/cancel", ""), ("/fog/task/cancel", #"{"hostid":1}"#),
        ("/fog/task/999/cancel", #"{"nosuch":1}"#),
    ])
    func `Cancels everything where a cancellation names nothing`(path: String, body: String) throws {
        deploy(1...4)

        #expect(client.send("DELETE", path, body).text == "null")

        #expect(try client.activeTasks().isEmpty)
    }

    @Test(arguments: [
        ("/fog/task/999/cancel", #"{"id":[999]}"#, 4), ("/fog/task/2/cancel", #"{"id":[2]}"#, 3),
        ("/fog/task/cancel", #"{"id":[1,2]}"#, 2), ("/fog/task/cancel", #"{"hostID":3}"#, 3),
        ("/fog/task/cancel", #"{"id":[]}"#, 4),
    ])
    func `Cancels what the body names`(path: String, body: String, left: Int) throws {
        deploy(1...4)

        #expect(client.send("DELETE", path, body).text == "null")

        #expect(try client.activeTasks().count == left)
    }

    @Test func `Gives hosts of a group the wrong images`() throws {
        _ = client.send("PUT", "/fog/host/2", #"{"imageID":2}"#)
        #expect(client.send("POST", "/fog/group", #"{"name":"odd","hosts":[2,1]}"#).status == 200)
        #expect(client.send("POST", "/fog/group/3/task", #"{"taskTypeID":1}"#).status == 200)

        for task in try client.activeTasks() {
            #expect(task["imageID"]?.integer == (task["hostID"]?.integer == 2 ? 1 : 2))
        }
    }

    @Test func `Saves an invalid object before it answers 404`() throws {
        #expect(client.send("POST", "/fog/image", #"{"name":"x","path":"x","imageTypeID":9,"osID":1}"#).status == 404)

        #expect(
            try client.json("GET", "/fog/image/search/x")["images"]?.elements.contains { $0["name"]?.text == "x" }
                == true
        )
        #expect(client.send("GET", "/fog/image/4").status == 404)
        #expect(client.send("DELETE", "/fog/image/4").status == 404)
    }

    @Test func `Escapes texts once more with every change`() throws {
        _ = client.send("PUT", "/fog/host/1", #"{"description":"a & <b>"}"#)
        #expect(try client.json("GET", "/fog/host/1")["description"]?.text == "a &amp; &lt;b&gt;")

        _ = client.send("PUT", "/fog/host/1", #"{"ip":"10.0.0.1"}"#)
        #expect(try client.json("GET", "/fog/host/1")["description"]?.text == "a &amp;amp; &amp;lt;b&amp;gt;")

        _ = client.send("PUT", "/fog/host/1", #"{"description":"a & <b>"}"#)
        #expect(try client.json("GET", "/fog/host/1")["description"]?.text == "a &amp; &lt;b&gt;")
    }

    @Test func `Squeezes blanks inside texts and keeps line ends`() throws {
        _ = client.send("PUT", "/fog/host/1", #"{"description":"  a   b\n\tc  "}"#)

        #expect(client.send("GET", "/fog/host/1").text.contains(#""description": "a b\n\tc""#))
    }

    @Test func `Refuses one's own name with a capital letter`() {
        _ = client.send("PUT", "/fog/host/1", #"{"name":"PC-1"}"#)

        #expect(client.send("PUT", "/fog/host/1", #"{"name":"PC-1"}"#).status == 500)
        #expect(client.send("PUT", "/fog/host/1", #"{"name":"pc-9"}"#).status == 200)
        #expect(client.send("PUT", "/fog/host/1", #"{"name":"pc-9"}"#).status == 200)
    }

    @Test func `Moves an address from one host to another without a word`() throws {
        let mac = try #require(try client.json("GET", "/fog/host/1")["primac"]?.text)

        #expect(client.send("POST", "/fog/macaddressassociation", #"{"hostID":2,"mac":"\#(mac)"}"#).status == 200)

        #expect(client.send("GET", "/fog/host/1").status == 404)
        #expect(try client.json("GET", "/fog/host")["count"]?.integer == 29)
    }

    @Test func `Refuses a deploy of what cannot be deployed`() {
        #expect(client.send("POST", "/fog/host/25/task", #"{"taskTypeID":1}"#).text.contains("Image is not valid"))
        _ = client.send("PUT", "/fog/host/25", #"{"imageID":3}"#)
        #expect(client.send("POST", "/fog/host/25/task", #"{"taskTypeID":1}"#).text.contains("Image is not enabled"))
    }

    @Test func `Replaces an active task that does not image, and protects one that does`() throws {
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":10}"#)
        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#).status == 200)
        #expect(try client.json("GET", "/fog/task/1")["stateID"]?.integer == 5)

        for type in [1, 10, 14] {
            let answer = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":\#(type),"wol":true}"#)
            #expect(answer.text.contains("Host is already a member of an active task"))
        }
    }

    @Test func `Passes over typing mistakes in a filter`() throws {
        #expect(try client.json("GET", "/fog/host", #"{"nmae":"pc-001"}"#)["count"]?.integer == 30)
        #expect(try client.json("GET", "/fog/host", #"{"name":"pc-001"}"#)["count"]?.integer == 1)
        #expect(try client.json("GET", "/fog/host", #"{"name":"pc-00%"}"#)["count"]?.integer == 9)
        #expect(try client.json("GET", "/fog/host", #"{"id":[1,2,99],"imageID":1}"#)["count"]?.integer == 2)
        #expect(try client.json("GET", "/fog/host", #"{"imageID":"abc"}"#)["count"]?.integer == 2)
    }

    @Test func `Breaks down over a list of more hosts than its memory holds`() throws {
        var configuration = FogSim.Configuration.lab(hosts: 40)
        configuration.wholeHostLimit = 39
        let client = SimClient(configuration)

        let answer = client.send("GET", "/fog/host")
        #expect(answer.status == 500)
        #expect(answer.body.isEmpty)
        #expect(client.send("GET", "/fog/host/search/pc").status == 500)
        #expect(try client.json("GET", "/fog/host", #"{"name":"pc-00%"}"#)["count"]?.integer == 9)
        #expect(try client.json("GET", "/fog/groupassociation")["count"]?.integer == 40)
    }
}
