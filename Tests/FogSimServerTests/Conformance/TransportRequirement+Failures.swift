import FogAPI
import FogSim
import HTTPTypes
import Testing

extension TransportRequirement {
    /// Answers that are no success; they come back like any other.
    static let refusals: [Self] = [
        Self("Sends the tokens: a wrong one is answered 403") { transport in
            let answer = try await transport.ask("/fog/system/info", apiToken: "d3Jvbmc=")

            #expect(answer.response.status.code == 403)
        },
        Self("Adds no token: a missing one is answered 401") { transport in
            let answer = try await transport.ask("/fog/system/info", userToken: nil)

            #expect(answer.response.status.code == 401)
        },
        Self(
            "Follows no redirect",
            prepare: { $0.access.isAPIEnabled = false },
            verify: { transport in
                let answer = try await transport.ask("/fog/system/info")

                #expect(answer.response.status.code == 302)
                #expect(answer.response.headerFields[.location]?.hasSuffix("/fog/management/index.php") == true)
            }
        ),
        Self(
            "Passes a page of HTML on",
            prepare: { $0.faults = [.init(.page(status: 503))] },
            verify: { transport in
                let answer = try await transport.ask("/fog/host")

                #expect(answer.response.status.code == 503)
                #expect(answer.text.contains("<html>"))
            }
        ),
        Self(
            "Passes a warning before the answer on",
            prepare: { $0.faults = [.init(.warning)] },
            verify: { transport in
                let answer = try await transport.ask("/fog/system/info")

                #expect(answer.text.hasPrefix("<br />"))
                #expect(answer.text.hasSuffix("success\n"))
            }
        ),
        Self(
            "Passes a crash of the server on",
            prepare: { $0.faults = [.init(.crash)] },
            verify: { transport in
                let answer = try await transport.ask("/fog/host")

                #expect(answer.response.status.code == 500)
                #expect(answer.body.isEmpty)
            }
        ),
    ]

    /// Answers that never come.
    static let breaks: [Self] = [
        Self(
            "Says that a request may have arrived whose answer was lost",
            prepare: { $0.faults = [.dropTaskAnswers] },
            verify: { transport in
                let error = try await transport.failure("/fog/host/1/task", method: .post, body: #"{"taskTypeID":1}"#)
                let tasks = try await transport.ask("/fog/task/active")

                #expect(error.code == .cut)
                #expect(error.mayHaveArrived)
                #expect(tasks.text.contains(#""count": 1,"#), "the task has been made")
            }
        ),
        Self(
            "Says the same of a request that was lost itself, which it cannot tell",
            prepare: { $0.faults = [.init(.dropRequest, method: "POST")] },
            verify: { transport in
                let error = try await transport.failure("/fog/host/1/task", method: .post, body: #"{"taskTypeID":1}"#)
                let tasks = try await transport.ask("/fog/task/active")

                #expect(error.code == .cut)
                #expect(error.mayHaveArrived)
                #expect(tasks.text.contains(#""count": 0,"#), "no task has been made")
            }
        ),
        Self(
            "Gives up a request to which no answer comes in time",
            prepare: { $0.faults = [.init(.hangAfter, method: "POST")] },
            verify: { transport in
                let error = try await transport.failure(
                    "/fog/host/1/task",
                    method: .post,
                    body: #"{"taskTypeID":1}"#,
                    timeout: .seconds(2)
                )
                let tasks = try await transport.ask("/fog/task/active")

                #expect(error.code == .timedOut)
                #expect(error.mayHaveArrived)
                #expect(tasks.text.contains(#""count": 1,"#), "the task has been made")
            }
        ),
        Self(
            "Gives no part of an answer that was cut off",
            prepare: { $0.faults = [.init(.cutAnswer(after: 100))] },
            verify: { transport in
                let error = try await transport.failure("/fog/host", method: .get)

                #expect(error.code == .cut)
                #expect(error.mayHaveArrived)
            }
        ),
        Self(
            "Sends each request once",
            prepare: { $0.faults = [.init(.dropAnswer, limit: 1)] },
            verify: { transport in
                _ = try await transport.failure("/fog/host", method: .get)

                let second = try await transport.ask("/fog/host")

                #expect(second.response.status.code == 200)
            }
        ),
        Self("Sends nothing for a task that was cancelled") { transport in
            let wasCancelled = await withTaskGroup(of: Bool.self) { group in
                group.cancelAll()
                group.addTask {
                    do { _ = try await transport.ask("/fog/host") } catch { return error is CancellationError }
                    return false
                }
                return await group.next()
            }

            #expect(wasCancelled == true)
        },
    ]
}
