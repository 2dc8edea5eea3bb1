/// Scripts whose words are marked by hand: words that no example shows, or only where it may not run.
extension TypoSubject {
    static let byHand: [TypoSubject] =
        [
            marked(
                .global,
                "local count = #«fog».hosts()\n«print»(count)\nfor _, one in «ipairs»({ 1 }) do\n  «log».info(one)\nend"
            ),
            marked(.global, "local name = «string».format(\"%d\", 12)\n«assert»(«tonumber»(name) == 12)"),
            marked(.global, "return «workflow»({ summary = \"Does nothing.\", run = function() end })"),
            fields, options, choices, names, workflows,
        ]
        .flatMap { $0 }

    private static let fields =
        [
            "local host = fog.host(\"pc-001\")\nprint(host.«name», host.«imageID», host.«description»)\nprint(host.«primac», host.«image».«osname»)",
            "for _, host in ipairs(fog.hosts(\"group:Lab A\")) do\n  print(host.«imagename»)\nend",
            "local image = fog.image(1)\nprint(image.«osname», image.«isEnabled», image.«path»)",
            "local task = fog.task(\"pc-001\", \"deploy\")\nprint(task.«hostname», task.«typename», task.«percent»)",
            "local verdict = fog.wait(fog.task(\"pc-001\", \"inventory\"))\nprint(verdict.«outcome», verdict.«evidence»)",
            "local result = fog.deploy(\"pc-001\", { wait = false })[1]\nprint(result.«outcome», result.«hostID»)",
            "local ok, failure = pcall(fog.host, \"pc-999\")\nprint(failure.«code», failure.«message», failure.«hint»)",
            "print(fog.info().«version», fog.info().«capabilities»)\nprint(fog.setting(\"FOG_TZ_INFO\").«value»)",
            "local node = fog.storage_nodes()[1]\nprint(node.«free_slots», node.«maxClients»)",
            "print(string.«format»(\"%d\", 1), math.«floor»(1.5), (\"x\"):«upper»())\ntable.«insert»({}, table.«concat»({ 1 }))",
        ]
        .flatMap { marked(.field, $0) }

    private static let options =
        [
            "local task = fog.task(\"pc-001\", \"deploy\", { «wake» = true, «shutdown» = true, «name» = \"x\" })\n"
                + "fog.wait(task, { «never_checked_in» = \"1h\", «stalled» = \"5m\", «timeout» = 9000, «interval» = 20 })",
            "fog.deploy(\"group:Lab B\", { «image» = 1, «parallel» = 4, «snapins» = true })",
            "fog.wake(\"pc-00*\", {\n  «stagger» = \"2s\",\n})",
            "fog.host_update(\"pc-001\", { «description» = \"x\", «kernel» = \"bzImage\" })",
            "print(#fog.tasks({ «active» = true, «host» = \"pc-001\" }))\nprint(#fog.hosts())",
            "local flow = require(\"flow\")\nflow.each({ 1, 2 }, { «parallel» = 2 }, function(item) return item end)",
            "local flow = require(\"flow\")\n"
                + "flow.retry({ «attempts» = 3, «delay» = 1, «max_delay» = 9 }, function() return 1 end)",
            "local csv = require(\"csv\")\nprint(#csv.parse(\"a;b\\n1;2\\n\", { «separator» = \";\" }))",
            "local table_view = require(\"table_view\")\ntable_view.print({ { a = 1 } }, { «columns» = { \"a\" } })",
        ]
        .flatMap { marked(.option, $0) }

    private static let choices =
        [
            "fog.task(\"pc-001\", \"«deploy»\")", "fog.host(\"pc-001\"):task(\"«inventory»\")",
            "fog.task(\"pc-002\", \"«all_snapins»\")", "fog.task(\"pc-002\", \"«wake»\")",
            "fog.task(\"pc-002\", \"«fast_wipe»\")", "fog.wipe(\"pc-001\", \"«normal»\", { wait = false })",
            "fog.wipe(\"pc-001\", \"«full»\", { wait = false })", "print(fog.supports(\"«paging»\"))",
            "fog.host(\"pc-001\"):set_secret(\"«product_key»\", \"x\")",
        ]
        .flatMap { marked(.choice, $0) }

    private static let names =
        [
            "print(fog.host(\"«pc»-001\"))", "print(fog.image(\"«Windows» 11\"))", "print(fog.group(\"«Lab» A\"))",
            "print(fog.snapin(\"«LibreOffice»\"))", "print(fog.setting(\"«FOG_TZ_INFO»\").value)",
            "fog.host(\"pc-001\"):update({ image = \"«Windows» 11\" })",
            "fog.host(\"pc-001\"):snapins_add({ \"7-Zip\", \"«LibreOffice»\" })",
            "fog.deploy(\"pc-001\", { image = \"«Windows» 11\", wait = false })",
        ]
        .flatMap { marked(.name, $0) }
        + [
            "fog.deploy(\"group:«Lab» B\", { wait = false })", "print(#fog.hosts(\"group:«Lab» A\"))",
            "print(#fog.hosts(\"image:«Windows» 11\"))", "print(#fog.hosts(\"«group»:Lab A\"))",
            "print(#fog.hosts(\"state:«queued»\"))", "print(#fog.hosts(\"«imaged»<30d\"))",
        ]
        .flatMap { marked(.selector, $0) }

    private static let workflows =
        [
            """
            return workflow({
              «summary» = "Does nothing.",
              «parameters» = {
                group = { type = "group", «required» = false, «help» = "group to image" },
                parallel = { type = "integer", «default» = 8, «min» = 1, «max» = 200 },
                kind = { type = "choice", «choices» = { "one", "other" } },
              },
              «permissions» = { "read" },
              «run» = function() end,
            })
            """
        ]
        .flatMap { marked(.workflowKey, $0) }
        + [
            "string", "integer", "number", "boolean", "duration", "size", "host", "hosts", "group", "image", "snapin",
            "time", "file", "secret",
        ]
        .flatMap { type in
            marked(
                .parameterType,
                "return workflow({\n  summary = \"Does nothing.\",\n  parameters = {\n"
                    + "    one = { type = \"«\(type)»\" },\n  },\n  run = function() end,\n})"
            )
        }
}
