import FogModel

extension TaskOrder {
    /// Checks what can be checked without the server.
    ///
    /// Origin: FOG 1.5.9.239, section 7: `access` is not enforced, missing options are not noticed.
    func check() throws {
        try checkAccess()
        try checkSnapins()
        try checkAccount()
        try Self.checkName(options.name, "task name")
        // The column of a session's name is as wide as a task's.
        try Self.checkName(options.session, "session name")
    }

    private func checkAccess() throws {
        if type.isMulticast {
            guard options.session != nil else {
                throw FogError(
                    .refused,
                    "task type \"\(type.name)\" needs the name of a session for host \(host)",
                    hint: "start a session for all hosts at once, or name the running one that the host is to join; "
                        + "FOG would put it into any that writes the same image"
                )
            }
            return
        }
        if type.access == "group" {
            throw FogError(.refused, "task type \"\(type.name)\" is for groups, not for host \(host)")
        }
        if options.session != nil {
            throw FogError(.refused, "task type \"\(type.name)\" joins no session", hint: "only multicast does")
        }
    }

    private func checkSnapins() throws { try Self.checkSnapins(options.snapins, of: type, for: "host \(host)") }

    /// Checks whether a type runs the snapins that are chosen for it.
    static func checkSnapins(_ snapins: SnapinChoice, of type: TaskType, for owner: String) throws {
        switch snapins {
        case .one where type.isNamed(.allSnapins):
            throw FogError(
                .refused,
                "task type \"\(type.name)\" runs all snapins of \(owner)",
                hint: "use \(TaskTypeName.singleSnapin.rawValue) for one"
            )
        case .none where type.isNamed(.singleSnapin), .all where type.isNamed(.singleSnapin):
            throw FogError(
                .refused,
                "task type \"\(type.name)\" needs the number of a snapin",
                hint: "name one, or use \(TaskTypeName.allSnapins.rawValue) for \(owner)"
            )
        default: break
        }
        if snapins != .none, type.isNamed(.deployNoSnapins) {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" runs no snapins on \(owner)",
                hint: "use \(TaskTypeName.deploy.rawValue) for a deploy with snapins"
            )
        }
        if snapins != .none, !type.isForSnapins, !type.isDeploy {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" runs no snapins on \(owner)",
                hint: "give the host \(TaskTypeName.allSnapins.rawValue) afterwards"
            )
        }
    }

    private func checkAccount() throws {
        let account = options.account ?? ""
        if type.isNamed(.passwordReset) {
            if account.isEmpty {
                throw FogError(
                    .refused,
                    "task type \"\(type.name)\" needs the name of an account",
                    hint: "name the account on host \(host) whose password is to be cleared"
                )
            }
            try Self.checkText(account, "account", limit: 100)
            // The name goes through a kernel's command line and a shell on the host.
            let isPlain = account.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789._-".contains(Character($0))
            }
            if !isPlain {
                throw FogError(
                    .invalidArgument,
                    "account \"\(account)\" holds more than letters, digits, dots, hyphens and underscores",
                    hint: "FOG passes it to the host on the kernel's command line"
                )
            }
        } else if !account.isEmpty {
            throw FogError(
                .refused,
                "task type \"\(type.name)\" clears no account's password",
                hint: "use \(TaskTypeName.passwordReset.rawValue)"
            )
        }
    }

    /// Checks a name by which something is found again: FOG trims what it gives out and squeezes blanks.
    ///
    /// Origin: FOG 1.5.9.239, trap 5.
    static func checkName(_ name: String?, _ what: String) throws {
        try checkText(name, what, limit: 200)
        guard let name else { return }
        if name.isEmpty || name.hasPrefix(" ") || name.hasSuffix(" ") || name.contains("  ") {
            throw FogError(
                .invalidArgument,
                "\(what) \"\(name)\" would come back changed",
                hint: "FOG drops blanks at both ends and all but one of several; leave the name out or write it without"
            )
        }
    }

    /// Origin: FOG 1.5.9.239, section 4: a task's name is cut after 250 characters, the host's name among them; text
    /// outside the basic plane becomes question marks.
    static func checkText(_ text: String?, _ what: String, limit: Int) throws {
        guard let text else { return }
        if text.unicodeScalars.count > limit {
            throw FogError(
                .invalidArgument,
                "\(what) of \(text.unicodeScalars.count) characters",
                hint: "FOG takes \(limit)"
            )
        }
        if let letter = text.unicodeScalars.first(where: { $0.value > 0xFFFF || $0.value < 0x20 }) {
            throw FogError(.invalidArgument, "\(what) \"\(text)\" holds \"\(letter)\"", hint: "FOG would spoil it")
        }
    }
}
