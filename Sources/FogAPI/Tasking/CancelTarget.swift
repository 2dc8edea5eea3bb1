/// One thing that can be called off: a class and a number that names a row.
package struct CancelTarget: Hashable, Sendable, CustomStringConvertible {
    /// Classes that FOG calls off one by one.
    ///
    /// A group is not among them: FOG calls off its members one after another and stops at the first that is idle.
    ///
    /// Origin: api-1.6.md sections 3 and 10; `filedeletequeue` is 1.6 only.
    package enum Class: String, Sendable, CaseIterable {
        case task
        case host
        case multicastSession = "multicastsession"
        case scheduledTask = "scheduledtask"
        case snapinJob = "snapinjob"
        case snapinTask = "snapintask"
        case fileDeletion = "filedeletequeue"
    }

    /// Class of the row.
    package let kind: Class
    /// Number of the row, 1 to 2,147,483,647.
    package let id: Int

    /// Takes a number that can name a row of a FOG server; anything else gives nil.
    ///
    /// Origin: FOG's numbers are signed columns of 32 bits; what is larger names no row, and "no row" cancels all.
    package init?(_ kind: Class, _ id: Int) {
        guard 1...Int(Int32.max) ~= id else { return nil }
        self.kind = kind
        self.id = id
    }

    /// Path of the request, as in `/fog/task/7/cancel`.
    package var path: String { "/fog/\(kind.rawValue)/\(id)/cancel" }

    /// Class and number, as in `task 7`.
    package var description: String { "\(kind.rawValue) \(id)" }
}
